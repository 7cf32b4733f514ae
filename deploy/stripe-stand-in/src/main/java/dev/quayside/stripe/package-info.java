/**
 * A stateful local server that speaks the wire format of Stripe's test mode, so that stripe-java cannot tell the difference.
 * {@link dev.quayside.stripe.StandIn} is the library's door, {@link dev.quayside.stripe.StandInMain} the process's.
 * What is modelled without having been verified against the real Stripe is listed in UNVERIFIED.md of this module.
 */
@NullMarked
package dev.quayside.stripe;

import org.jspecify.annotations.NullMarked;
