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

/** A token that was mailed, by its hash. */
@Entity
@Table(name = "mail_tokens")
class MailToken {
    @Id
    private String hash;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", updatable = false)
    private MailKind kind;

    @Column(name = "subject_id", updatable = false)
    private UUID subjectId;

    @Column(name = "email", updatable = false)
    private String email;

    @Column(name = "issued_at", updatable = false)
    private Instant issuedAt;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    protected MailToken() {}

    MailToken(MailSecret secret, Mail mail, Instant now, Duration life) {
        this.hash = secret.hash();
        this.kind = mail.kind();
        this.subjectId = mail.subjectId();
        this.email = mail.recipient();
        this.issuedAt = now;
        this.expiresAt = now.plus(life);
    }

    String hash() {
        return hash;
    }

    boolean isGood(Instant now) {
        return now.isBefore(expiresAt);
    }

    MailProof proof() {
        return new MailProof(kind, subjectId, email);
    }
}
