/**
 * Tests of what providers may answer.
 */
@NullMarked
package dev.quayside.gateway.provider;

import org.jspecify.annotations.NullMarked;
