/**
 * SetupIntents: saving a card for later, a PaymentIntent without money.
 */
@NullMarked
package dev.quayside.stripe.setup;

import org.jspecify.annotations.NullMarked;
