package dev.quayside.order.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an order's money is taken; for a manual capture, what the issuer has granted and what the shop has asked for. Minor units. */
@Embeddable
class Capture {
    @Column(name = "capture")
    @Enumerated(EnumType.STRING)
    CaptureMethod method = CaptureMethod.AUTOMATIC;

    @Column(name = "authorized")
    long authorized;

    @Column(name = "capture_before")
    @Nullable
    Instant before;

    @Column(name = "capture_amount")
    @Nullable
    Long amount;

    @Column(name = "capture_requested_at")
    @Nullable
    Instant requestedAt;

    @Column(name = "capture_failure")
    @Nullable
    String failure;

    /** Takes in what is granted; a grant that is gone is remembered. */
    void take(long granted, @Nullable Instant until) {
        authorized = Math.max(authorized, granted);
        before = until == null ? before : until;
    }

    void ask(long wanted, Instant now) {
        amount = wanted;
        requestedAt = now;
        failure = null;
    }

    /** What was asked for will not be done; the shop may ask for something else. */
    void refused(String code) {
        amount = null;
        requestedAt = null;
        failure = code;
    }

    /** Whether the issuer has granted all of a total. */
    boolean covers(long total) {
        return method == CaptureMethod.MANUAL && authorized == total;
    }

    /** What was to be captured: the total, or the part of it that the shop asked for, if that is what was captured. */
    long due(long total, long captured) {
        return amount != null && amount == captured ? captured : total;
    }

    /** Why a grant that is gone is gone, as far as its time tells. */
    CancelReason lost(Instant now) {
        return before == null || before.isAfter(now)
                ? CancelReason.PAYMENT_CANCELED
                : CancelReason.AUTHORIZATION_EXPIRED;
    }
}
