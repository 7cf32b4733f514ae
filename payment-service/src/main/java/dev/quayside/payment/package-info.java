/**
 * Payments: what an order owes and what Stripe says was paid, refunded or cancelled.
 *
 * <p>Stripe is the truth about money; this service keeps what it read there, tells its subscribers of every change, and never sends
 * Stripe a write whose key and parameters were not committed first.
 */
@NullMarked
package dev.quayside.payment;

import org.jspecify.annotations.NullMarked;
