package dev.quayside.gateway.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sign-in. It ends when its subject ends it, changes the password or loses the account, or when a token of it turns up twice. */
@Entity
@Table(name = "sessions")
class Session {
    @Id
    private UUID id;

    @Column(name = "customer_id", updatable = false)
    private @Nullable UUID customerId;

    @Column(name = "staff_id", updatable = false)
    private @Nullable UUID staffId;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "device", updatable = false)
    private @Nullable String device;

    @Column(name = "address")
    private @Nullable String address;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason")
    private @Nullable EndReason endReason;

    protected Session() {}

    Session(UUID id, Subject subject, Device device, Instant now) {
        this.id = id;
        switch (subject.kind()) {
            case CUSTOMER -> this.customerId = subject.id();
            case STAFF -> this.staffId = subject.id();
        }
        this.createdAt = now;
        this.device = device.name();
        this.address = device.address();
    }

    UUID id() {
        return id;
    }

    Subject subject() {
        return customerId == null
                ? Subject.staff(Objects.requireNonNull(staffId, "a sign-in is somebody's"))
                : Subject.customer(customerId);
    }

    boolean hasEnded() {
        return endedAt != null;
    }

    boolean wasMadeAfter(Instant time) {
        return createdAt.isAfter(time);
    }

    /** A token of it was used. */
    void used(String from, Instant now) {
        usedAt = now;
        address = from;
    }

    SessionView view(Optional<UUID> current) {
        return new SessionView(
                id,
                createdAt,
                usedAt,
                device,
                address,
                current.filter(id::equals).isPresent());
    }

    /** Ends it; the first reason stays. */
    void end(EndReason reason, Instant now) {
        if (!hasEnded()) {
            endedAt = now;
            endReason = reason;
        }
    }
}
