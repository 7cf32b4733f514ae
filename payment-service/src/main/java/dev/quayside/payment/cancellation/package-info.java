/**
 * Cancelling a payment: the wish is stored first and stops the client secret, then the PaymentIntent is cancelled.
 *
 * <p>A PaymentIntent that has succeeded stays captured. The cancel of an unknown order leaves a tombstone, so that a late opening is
 * refused.
 */
@NullMarked
package dev.quayside.payment.cancellation;

import org.jspecify.annotations.NullMarked;
