package dev.quayside.order.order;

import dev.quayside.kit.money.Currency;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
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

    @Column(name = "refund_refused")
    boolean refundRefused;

    @Column(name = "dispute_status")
    @Enumerated(EnumType.STRING)
    DisputeStatus dispute = DisputeStatus.NONE;

    @Column(name = "payment_method_id")
    @Nullable
    String methodId;

    @Column(name = "save_payment_method")
    boolean saveMethod;

    @Column(name = "secret_given_at")
    @Nullable
    Instant secretGivenAt;

    void choose(CardChoice card) {
        methodId = card.paymentMethodId();
        saveMethod = card.save();
    }

    CardChoice card() {
        return new CardChoice(methodId, saveMethod);
    }

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
        dispute = report.dispute();
        status = captured == 0 || report.isIn(currency)
                ? PaymentStatus.of(total, captured, refunded, refundFailed() ? RefundStatus.FAILED : refund)
                : PaymentStatus.NEEDS_ATTENTION;
        return true;
    }

    /** The refund that the order owes can never succeed: a person must look, and later news do not change that. */
    void refundHasFailed() {
        refundRefused = true;
        if (held() > 0) {
            status = PaymentStatus.NEEDS_ATTENTION;
        }
    }

    /** Notes that somebody may hold the client secret; whether nobody did before. */
    boolean giveSecret(Instant now) {
        boolean first = secretGivenAt == null;
        if (first) {
            secretGivenAt = now;
        }
        return first;
    }

    boolean refundFailed() {
        return refundRefused || refund == RefundStatus.FAILED;
    }

    boolean isPaidInFull() {
        return status == PaymentStatus.PAID;
    }

    boolean isCanceled() {
        return state == PaymentState.CANCELED;
    }

    boolean isAt(long seen) {
        return version != null && version == seen;
    }

    /** Money that has come in and has not gone back. */
    long held() {
        return captured - refunded;
    }
}
