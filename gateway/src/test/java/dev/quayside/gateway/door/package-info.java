/**
 * Tests of what is let in, and by which listener.
 */
@NullMarked
package dev.quayside.gateway.door;

import org.jspecify.annotations.NullMarked;
