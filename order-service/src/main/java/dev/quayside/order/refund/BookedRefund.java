package dev.quayside.order.refund;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refund as its row has it; amounts in minor units of the order's currency.
 *
 * @param units what it is for; empty for one by amount, or of a cancellation
 * @param restockedAt when its units were back on the shelf
 */
public record BookedRefund(
        UUID id,
        UUID orderId,
        RefundKind kind,
        long amount,
        List<RefundedUnits> units,
        boolean includeShipping,
        boolean restock,
        RefundState state,
        RefundReason reason,
        @Nullable String note,
        @Nullable String failureReason,
        @Nullable Instant restockedAt,
        Instant createdAt,
        Instant updatedAt) {

    /** Whether its amount and its units are, or may yet be, given back. */
    public boolean counts() {
        return state.counts();
    }

    public boolean owesStock() {
        return restock && state == RefundState.SUCCEEDED && restockedAt == null;
    }

    /** Whether its units are back on the shelf, or will be if it succeeds. */
    public boolean bringsBack() {
        return restock && (counts() || restockedAt != null);
    }
}
