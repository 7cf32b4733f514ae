/**
 * Tests of forwarding: streams, limits, services that are away or slow.
 */
@NullMarked
package dev.quayside.gateway.proxy;

import org.jspecify.annotations.NullMarked;
