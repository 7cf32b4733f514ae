/** Tests of the command {@code deploy/up}. */
@NullMarked
package dev.quayside.local.up;

import org.jspecify.annotations.NullMarked;
