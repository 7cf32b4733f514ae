/** Tests of the wire format alone. */
@NullMarked
package dev.quayside.stripe.wire;

import org.jspecify.annotations.NullMarked;
