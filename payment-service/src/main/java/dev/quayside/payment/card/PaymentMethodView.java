package dev.quayside.payment.card;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A saved payment method as its owner sees it.
 *
 * @param id Stripe's, {@code pm_…}
 * @param type {@code card}, the only one that is saved
 * @param isDefault whether it is the one to propose first
 */
public record PaymentMethodView(
        String id,
        String type,
        Card card,
        @JsonProperty("default") boolean isDefault,
        Instant createdAt) {
    /** What a person tells a card by; {@code expMonth} is 1 to 12. */
    public record Card(String brand, String last4, int expMonth, int expYear) {}
}
