package dev.quayside.payment.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event in the inbox. Inserted once by its id, marked once when it was worked on. */
@Entity
@Table(name = "stripe_events")
class StripeEvent {
    @Id
    @Column(name = "event_id")
    private String eventId;

    @Column(updatable = false)
    private UUID id;

    @Column(name = "pi_id", updatable = false)
    private @Nullable String intentId;

    @Column(name = "received_at", updatable = false)
    private Instant receivedAt;

    @Column(name = "processed_at")
    private @Nullable Instant processedAt;

    @Column
    @Enumerated(EnumType.STRING)
    private @Nullable EventResult result;

    StripeEvent() {}

    boolean isProcessed() {
        return processedAt != null;
    }

    @Nullable
    String intentId() {
        return intentId;
    }

    String eventId() {
        return eventId;
    }
}
