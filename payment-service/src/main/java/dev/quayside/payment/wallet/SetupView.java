package dev.quayside.payment.wallet;

import dev.quayside.payment.gateway.SetupReading;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a storefront saves a card with.
 *
 * @param id Stripe's, {@code seti_…}
 * @param clientSecret for Stripe.js; null when there is nothing left to do
 * @param stripeApiBase where Stripe.js' calls go
 */
public record SetupView(
        String id,
        SetupReading.State status,
        @Nullable String clientSecret,
        String publishableKey,
        String stripeApiBase,
        Instant createdAt) {

    /** The same with another secret, or with none: as it is stored. */
    SetupView with(@Nullable String secret) {
        return new SetupView(id, status, secret, publishableKey, stripeApiBase, createdAt);
    }

    /** Without the client secret: this may end up in a log. */
    @Override
    public String toString() {
        return "SetupView[" + id + " " + status + "]";
    }
}
