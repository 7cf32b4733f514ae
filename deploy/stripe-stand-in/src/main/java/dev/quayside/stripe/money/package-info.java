/**
 * What Stripe knows about currencies: which ones, their smallest charge, how amounts are written in messages.
 * Amounts are longs in the currency's minor unit as Stripe counts it, never floating point.
 */
@NullMarked
package dev.quayside.stripe.money;

import org.jspecify.annotations.NullMarked;
