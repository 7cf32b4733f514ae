package dev.quayside.order.order;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** What has become of an order's money. */
public enum PaymentStatus {
    UNPAID("unpaid"),
    PENDING("pending"),
    AUTHORIZED("authorized"),
    PAID("paid"),
    PARTIALLY_REFUNDED("partially_refunded"),
    REFUNDED("refunded"),
    /** A person must look: a refund failed, or what was captured is not the total. */
    NEEDS_ATTENTION("needs_attention");

    @EnumeratedValue
    private final String code;

    PaymentStatus(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** The status that cumulative amounts mean for a total. */
    static PaymentStatus of(long total, long captured, long refunded, RefundStatus refund) {
        if (captured == 0) {
            return UNPAID;
        }
        if (refunded == captured) {
            return REFUNDED;
        }
        if (captured != total || refund == RefundStatus.FAILED) {
            return NEEDS_ATTENTION;
        }
        return refunded > 0 ? PARTIALLY_REFUNDED : PAID;
    }
}
