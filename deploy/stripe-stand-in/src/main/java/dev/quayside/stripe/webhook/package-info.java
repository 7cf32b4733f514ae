/**
 * Webhook endpoints and the signed, at-least-once, unordered delivery of events to them.
 * An event that is not delivered yet is on disk, so a restart goes on with it.
 */
@NullMarked
package dev.quayside.stripe.webhook;

import org.jspecify.annotations.NullMarked;
