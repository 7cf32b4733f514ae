package dev.quayside.payment.payment;

import dev.quayside.payment.gateway.CaptureMethod;
import dev.quayside.payment.gateway.Intent;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The columns of a payment's grant, and of the one capture that was asked for. */
@Embeddable
class StoredGrant {
    // Until a reading has shown the charge.
    private static final Duration USUAL = Duration.ofDays(7);

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private CaptureMethod capture;

    @Column
    private long authorized;

    @Column(name = "capture_before")
    private @Nullable Instant captureBefore;

    @Column(name = "capture_asked")
    private @Nullable Long captureAsked;

    StoredGrant() {}

    boolean isFor(CaptureMethod wanted) {
        return capture == wanted;
    }

    void granted(Intent intent, Instant now) {
        authorized = intent.authorised();
        if (intent.captureBefore() != null) {
            captureBefore = intent.captureBefore();
        } else if (captureBefore == null) {
            captureBefore = now.plus(USUAL);
        }
    }

    /** Captured, released or expired. An answer that does not show what was granted takes nothing from what is known. */
    void ended(Intent intent) {
        authorized = Math.max(authorized, intent.authorised());
        captureBefore = null;
    }

    void ask(@Nullable Long amount) {
        captureAsked = amount;
    }

    @Nullable
    Long asked() {
        return captureAsked;
    }

    Grant view() {
        return new Grant(capture, authorized, captureBefore);
    }
}
