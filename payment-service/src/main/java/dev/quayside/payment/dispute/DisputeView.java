package dev.quayside.payment.dispute;

import dev.quayside.kit.money.Money;
import dev.quayside.payment.gateway.DisputeState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as staff see it.
 *
 * @param id Stripe's, {@code dp_…}
 * @param inquiry whether the bank only asks; then no money has moved
 * @param evidenceDueBy until when Stripe takes evidence
 * @param fundsWithdrawn what is out of the merchant's balance now, in the currency of the balance: zero for an inquiry, and again once
 *     it is won
 * @param closedAt when it was first read as ended
 */
public record DisputeView(
        String id,
        UUID orderId,
        String paymentIntentId,
        Money amount,
        String reason,
        DisputeState status,
        boolean inquiry,
        @Nullable Instant evidenceDueBy,
        Money fundsWithdrawn,
        Instant openedAt,
        @Nullable Instant closedAt) {}
