package dev.quayside.payment.refund;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A refund as other services see it; the amount is in minor units of the payment's currency. */
public record RefundView(
        UUID id,
        UUID orderId,
        long amount,
        RefundState status,
        @Nullable String failureReason) {}
