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

/** An event in the inbox. Inserted once by its id, marked once when it was worked on; every other change is made under its row's lock. */
@Entity
@Table(name = "stripe_events")
class StripeEvent {
    @Id
    @Column(name = "event_id")
    private String eventId;

    @Column(updatable = false)
    private UUID id;

    @Column(updatable = false)
    private String type;

    @Column(name = "object_id", updatable = false)
    private @Nullable String objectId;

    @Column(name = "pi_id")
    private @Nullable String intentId;

    @Column(name = "api_version", updatable = false)
    private @Nullable String apiVersion;

    @Column(name = "received_at", updatable = false)
    private Instant receivedAt;

    @Column(name = "processed_at")
    private @Nullable Instant processedAt;

    @Column
    @Enumerated(EnumType.STRING)
    private @Nullable EventResult result;

    @Column
    private int attempts;

    @Column(name = "last_failure")
    private @Nullable String lastFailure;

    StripeEvent() {}

    void done(EventResult outcome, Instant now) {
        attempts++;
        result = outcome;
        processedAt = now;
    }

    void failed(String why) {
        attempts++;
        lastFailure = why;
    }

    /** It leads to this payment, which its body did not name. */
    void isAbout(String intent) {
        intentId = intent;
    }

    boolean isProcessed() {
        return processedAt != null;
    }

    @Nullable
    String intentId() {
        return intentId;
    }

    @Nullable
    String objectId() {
        return objectId;
    }

    String eventId() {
        return eventId;
    }

    UUID id() {
        return id;
    }

    EventTopic topic() {
        return EventTopic.of(type);
    }

    int attempts() {
        return attempts;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    StripeEventView view() {
        return new StripeEventView(
                eventId,
                type,
                objectId,
                intentId,
                apiVersion,
                status(),
                attempts,
                lastFailure,
                receivedAt,
                processedAt);
    }

    private EventStatus status() {
        if (result != null) {
            return result.status();
        }
        return lastFailure == null ? EventStatus.WAITING : EventStatus.FAILED;
    }
}
