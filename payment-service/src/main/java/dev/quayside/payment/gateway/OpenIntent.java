package dev.quayside.payment.gateway;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The frozen parameters of opening a payment; the ids become its metadata. */
public record OpenIntent(
        UUID orderId,
        UUID operationId,
        long amount,
        String currency,
        @Nullable String description) {}
