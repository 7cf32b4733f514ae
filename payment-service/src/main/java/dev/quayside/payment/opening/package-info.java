/**
 * Opening the payment of an order: the row and its operation first, then the PaymentIntent.
 *
 * <p>At most one PaymentIntent of an order ever has its client secret handed out. One that a lost answer left behind is found by its
 * metadata and cancelled.
 */
@NullMarked
package dev.quayside.payment.opening;

import org.jspecify.annotations.NullMarked;
