/**
 * Tests of the choice among a service's instances.
 */
@NullMarked
package dev.quayside.gateway.upstream;

import org.jspecify.annotations.NullMarked;
