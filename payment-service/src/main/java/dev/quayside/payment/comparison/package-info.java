/**
 * Whether the four sides of an order agree: the order itself, our payment with its ledger, Stripe, and the stock.
 *
 * <p>Pure functions over what the sides say. One cause has one finding: what only follows from another is not told twice.
 */
@NullMarked
package dev.quayside.payment.comparison;

import org.jspecify.annotations.NullMarked;
