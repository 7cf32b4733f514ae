/**
 * Tells the subscribers of a payment's current state, as a durable step for each version.
 *
 * <p>The state is cumulative and its version grows, so a delivery may be late, doubled or skipped by a later one.
 */
@NullMarked
package dev.quayside.payment.publication;

import org.jspecify.annotations.NullMarked;
