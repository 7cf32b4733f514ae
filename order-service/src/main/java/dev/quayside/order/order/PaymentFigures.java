package dev.quayside.order.order;

import dev.quayside.kit.money.Currency;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/** What an order knows of its payment: the newest report that has come, and what it makes of it. Minor units. */
@Embeddable
class PaymentFigures {
    @Column(name = "payment_status")
    @Enumerated(EnumType.STRING)
    PaymentStatus status = PaymentStatus.UNPAID;

    @Column(name = "payment_version")
    @Nullable
    Long version;

    @Column(name = "payment_state")
    @Enumerated(EnumType.STRING)
    @Nullable
    PaymentState state;

    @Column(name = "payment_intent_id")
    @Nullable
    String intentId;

    @Column(name = "captured")
    long captured;

    @Column(name = "refunded")
    long refunded;

    @Column(name = "refund_status")
    @Enumerated(EnumType.STRING)
    RefundStatus refund = RefundStatus.NONE;

    /** Takes in a report; false when it is not newer than what is known. */
    boolean take(PaymentReport report, long total, Currency currency) {
        if (version != null && report.version() <= version) {
            return false;
        }
        version = report.version();
        state = report.state();
        intentId = report.paymentIntentId();
        captured = report.captured();
        refunded = report.refunded();
        refund = report.refundStatus();
        status = captured == 0 || report.isIn(currency)
                ? PaymentStatus.of(total, captured, refunded, refund)
                : PaymentStatus.NEEDS_ATTENTION;
        return true;
    }

    /** A refund that can never succeed was refused: a person must look. */
    void refundHasFailed() {
        status = PaymentStatus.NEEDS_ATTENTION;
        refund = RefundStatus.FAILED;
    }

    boolean isPaidInFull() {
        return status == PaymentStatus.PAID;
    }

    boolean isCanceled() {
        return state == PaymentState.CANCELED;
    }

    /** Money that has come in and has not gone back. */
    long held() {
        return captured - refunded;
    }
}
