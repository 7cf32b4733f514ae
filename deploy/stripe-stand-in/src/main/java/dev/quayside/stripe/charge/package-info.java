/**
 * Charges and balance transactions: the money side of a confirmed PaymentIntent.
 * Holds always: refunded is never more than captured, captured never more than the amount.
 */
@NullMarked
package dev.quayside.stripe.charge;

import org.jspecify.annotations.NullMarked;
