package dev.quayside.gateway.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A mail that is to be sent. */
@Entity
@Table(name = "mails")
class Mail {
    /** What could not be sent for a day says nothing that is still news. */
    private static final Duration TRIED_FOR = Duration.ofDays(1);

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", updatable = false)
    private MailKind kind;

    @Column(name = "recipient", updatable = false)
    private String recipient;

    @Column(name = "subject_id", updatable = false)
    private UUID subjectId;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected Mail() {}

    Mail(UUID id, MailKind kind, String recipient, UUID subjectId, Instant now) {
        this.id = id;
        this.kind = kind;
        this.recipient = recipient;
        this.subjectId = subjectId;
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    MailKind kind() {
        return kind;
    }

    String recipient() {
        return recipient;
    }

    UUID subjectId() {
        return subjectId;
    }

    boolean isTooLate(Instant now) {
        return now.isAfter(createdAt.plus(TRIED_FOR));
    }
}
