/**
 * Stripe's events: verified over the raw bytes, stored once by event id, answered, and worked on afterwards.
 *
 * <p>An event is only a hint that something changed: the worker reads the object back and ignores what the event's copy of it says.
 */
@NullMarked
package dev.quayside.payment.webhook;

import org.jspecify.annotations.NullMarked;
