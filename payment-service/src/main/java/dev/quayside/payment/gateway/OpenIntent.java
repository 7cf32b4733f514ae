package dev.quayside.payment.gateway;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The frozen parameters of opening a payment; the ids become its metadata. */
public record OpenIntent(
        UUID orderId,
        UUID operationId,
        long amount,
        String currency,
        @Nullable String description,
        @Nullable CardUse card) {

    /** The same payment by another operation. */
    public OpenIntent by(UUID operation) {
        return new OpenIntent(orderId, operation, amount, currency, description, card);
    }
}
