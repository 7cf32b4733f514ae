package dev.quayside.payment.refund;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A refund with what it takes to follow it at Stripe. */
public record FollowedRefund(
        UUID id,
        UUID orderId,
        long amount,
        RefundState status,
        @Nullable String stripeRefundId,
        Instant createdAt) {}
