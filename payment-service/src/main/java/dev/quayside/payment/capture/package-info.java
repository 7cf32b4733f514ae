/**
 * Capturing what was authorised: the amount and the operation are stored under the payment's lock, then Stripe is called.
 *
 * <p>One capture for a payment, and it is final. It and a cancel exclude each other: the first that is stored wins. A capture that Stripe
 * refuses for good leaves the payment as it was, and lets a cancel go on that has waited for it.
 */
@NullMarked
package dev.quayside.payment.capture;

import org.jspecify.annotations.NullMarked;
