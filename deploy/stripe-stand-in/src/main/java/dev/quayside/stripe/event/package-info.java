/**
 * Events: immutable snapshots of what happened, recorded in the act that made it happen, listed for 30 days.
 * Who is told about them is the business of the webhook package.
 */
@NullMarked
package dev.quayside.stripe.event;

import org.jspecify.annotations.NullMarked;
