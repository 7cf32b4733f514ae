/**
 * Refunds: reserved under the payment's lock before Stripe is called, settled by what Stripe says.
 *
 * <p>Pending and succeeded refunds together never exceed what was captured. A lost answer is resolved by the refunds that Stripe lists,
 * matched by the operation's id; refunds made elsewhere are learned too.
 */
@NullMarked
package dev.quayside.payment.refund;

import org.jspecify.annotations.NullMarked;
