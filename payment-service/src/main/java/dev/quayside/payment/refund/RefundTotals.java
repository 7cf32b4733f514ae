package dev.quayside.payment.refund;

import dev.quayside.payment.payment.RefundStatus;
import java.time.Instant;
import java.util.List;

/**
 * What a payment's refunds come to.
 *
 * @param refunded minor units that were given back
 * @param reserved minor units that were, or may yet be, given back
 * @param standing how they stand, taken together
 */
record RefundTotals(long refunded, long reserved, RefundStatus standing) {
    static RefundTotals of(List<Refund> refunds, long captured) {
        long refunded = sum(refunds.stream()
                .filter(refund -> refund.status() == RefundState.SUCCEEDED)
                .toList());
        long reserved = sum(refunds.stream().filter(Refund::isReserved).toList());
        return new RefundTotals(refunded, reserved, standing(refunds, refunded == captured));
    }

    private static long sum(List<Refund> refunds) {
        return refunds.stream().mapToLong(Refund::amount).reduce(0, Math::addExact);
    }

    private static RefundStatus standing(List<Refund> refunds, boolean whole) {
        if (refunds.isEmpty()) {
            return RefundStatus.NONE;
        }
        if (refunds.stream().anyMatch(refund -> refund.status() == RefundState.PENDING)) {
            return RefundStatus.PENDING;
        }
        boolean owed = refunds.stream()
                .anyMatch(refund -> refund.status() == RefundState.FAILED && !isMadeGood(refund, refunds));
        return owed && !whole ? RefundStatus.FAILED : RefundStatus.SUCCEEDED;
    }

    /** A failed refund is made good by one that was asked for after it had failed, and succeeded. */
    private static boolean isMadeGood(Refund failed, List<Refund> refunds) {
        Instant failedAt = failed.settledAt();
        return refunds.stream()
                .anyMatch(refund -> refund.status() == RefundState.SUCCEEDED
                        && failedAt != null
                        && !refund.createdAt().isBefore(failedAt));
    }
}
