/** Tests of refund. */
@NullMarked
package dev.quayside.payment.refund;

import org.jspecify.annotations.NullMarked;
