package dev.quayside.order.order;

import dev.quayside.kit.money.Currency;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
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

    @Embedded
    Capture capture = new Capture();

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

    void agree(CardChoice card, CaptureMethod how) {
        capture.method = how;
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
        boolean known = report.isIn(currency);
        capture.take(known ? report.authorized() : 0, report.captureBefore());
        captured = report.captured();
        refunded = report.refunded();
        refund = report.refundStatus();
        dispute = report.dispute();
        status = captured == 0 || known ? standing(total) : PaymentStatus.NEEDS_ATTENTION;
        return true;
    }

    private PaymentStatus standing(long total) {
        if (state == PaymentState.AUTHORIZED) {
            return capture.covers(total) ? PaymentStatus.AUTHORIZED : PaymentStatus.NEEDS_ATTENTION;
        }
        return PaymentStatus.of(
                capture.due(total, captured), captured, refunded, refundFailed() ? RefundStatus.FAILED : refund);
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

    /** Whether the order can go ahead: it is paid, or the issuer stands for all of it. */
    boolean isSecured(long total) {
        return isPaidInFull() || (capture.covers(total) && (state == PaymentState.AUTHORIZED || held() > 0));
    }

    boolean isCanceled() {
        return state == PaymentState.CANCELED;
    }

    boolean isAt(long seen) {
        return version != null && version == seen;
    }

    /** What is owed for a payment whose order is over. */
    Consequence owedWhenOver() {
        if (held() > 0) {
            return Consequence.REFUND;
        }
        return state == PaymentState.AUTHORIZED ? Consequence.CANCEL : Consequence.NOTHING;
    }

    /** Money that has come in and has not gone back. */
    long held() {
        return captured - refunded;
    }
}
