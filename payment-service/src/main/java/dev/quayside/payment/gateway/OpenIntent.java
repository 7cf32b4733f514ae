package dev.quayside.payment.gateway;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The frozen parameters of opening a payment; the ids become its metadata.
 *
 * @param capture when its money is taken; operations of before there was a choice do not say
 */
public record OpenIntent(
        UUID orderId,
        UUID operationId,
        long amount,
        String currency,
        @Nullable String description,
        @Nullable CardUse card,
        CaptureMethod capture) {

    public OpenIntent {
        capture = Objects.requireNonNullElse(capture, CaptureMethod.AUTOMATIC);
    }

    /** The same payment by another operation. */
    public OpenIntent by(UUID operation) {
        return new OpenIntent(orderId, operation, amount, currency, description, card, capture);
    }
}
