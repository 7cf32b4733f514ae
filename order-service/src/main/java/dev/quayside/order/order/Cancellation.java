package dev.quayside.order.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an order is to be cancelled, and why. An order that nobody wants cancelled has none.
 *
 * @param finishedAt when payment and stock were settled; null until then
 */
@Embeddable
record Cancellation(
        @Column(name = "cancel_requested_at") Instant requestedAt,

        @Column(name = "cancel_reason") @Enumerated(EnumType.STRING)
        CancelReason reason,

        @Column(name = "cancelled_at") @Nullable Instant finishedAt) {

    static Cancellation asked(CancelReason reason, Instant now) {
        return new Cancellation(now, reason, null);
    }

    /** Whether another reason weighs more: a person's replaces the clock's. */
    boolean yieldsTo(CancelReason another) {
        return another.byPerson() && !reason.byPerson();
    }

    Cancellation because(CancelReason another) {
        return new Cancellation(requestedAt, another, finishedAt);
    }

    Cancellation finished(Instant now) {
        return new Cancellation(requestedAt, reason, now);
    }
}
