/**
 * Finds what no event told: events that were made and never arrived, and money that moved without any event being made.
 *
 * <p>Stripe's lists are gone through from where the last run ended, minus an overlap, because an object can appear in them late. A
 * listing is bounded; one that was cut goes on where it stopped. Nothing is applied here: what is found leads to a reading.
 */
@NullMarked
package dev.quayside.payment.backfill;

import org.jspecify.annotations.NullMarked;
