/**
 * What a signed-in customer does with saved cards: begins to save one, looks at them, chooses a default, removes.
 *
 * <p>A card is saved by the storefront with Stripe; this service hears of it, or looks: an event, the next look at the list, or the
 * watch of a setup, which backs off and gives up after a day.
 */
@NullMarked
package dev.quayside.payment.wallet;

import org.jspecify.annotations.NullMarked;
