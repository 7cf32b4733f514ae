/**
 * The Stripe object of each customer, which their saved cards hang on.
 *
 * <p>A customer gets one, when it is first needed: the row and its operation are committed before the call, and an answer that was
 * lost is looked for. Stripe is told our id of the customer and nothing else.
 */
@NullMarked
package dev.quayside.payment.customer;

import org.jspecify.annotations.NullMarked;
