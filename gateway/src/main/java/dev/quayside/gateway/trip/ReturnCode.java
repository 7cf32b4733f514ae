package dev.quayside.gateway.trip;

import dev.quayside.gateway.provider.ProvenIdentity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A one-time code by its hash, with who came back. It is deleted by its one use. */
@Entity
@Table(name = "sign_in_codes")
class ReturnCode {
    @Id
    @Column(name = "hash")
    private String hash;

    @Column(name = "challenge", updatable = false)
    private String challenge;

    @Column(name = "provider", updatable = false)
    private String provider;

    @Column(name = "issuer", updatable = false)
    private String issuer;

    @Column(name = "subject", updatable = false)
    private String subject;

    @Column(name = "email", updatable = false)
    private @Nullable String email;

    @Column(name = "email_verified", updatable = false)
    private boolean emailVerified;

    @Column(name = "name", updatable = false)
    private @Nullable String name;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    protected ReturnCode() {}

    ReturnCode(String code, String challenge, ProvenIdentity proven, Instant now, Duration life) {
        this.hash = Hashes.of(code);
        this.challenge = challenge;
        this.provider = proven.provider();
        this.issuer = proven.issuer();
        this.subject = proven.subject();
        this.email = proven.email();
        this.emailVerified = proven.emailVerified();
        this.name = proven.name();
        this.expiresAt = now.plus(life);
    }

    /** Whether whoever shows this verifier began the trip, a short while ago. */
    boolean fits(String verifier, Instant now) {
        return Hashes.same(challenge, Hashes.of(verifier)) && now.isBefore(expiresAt);
    }

    ProvenIdentity proven() {
        return new ProvenIdentity(provider, issuer, subject, email, emailVerified, name);
    }
}
