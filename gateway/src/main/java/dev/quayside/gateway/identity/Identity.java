package dev.quayside.gateway.identity;

import dev.quayside.gateway.provider.ProvenIdentity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who a customer is at a provider. Written with the account's row locked. */
@Entity
@Table(name = "customer_identities")
class Identity {
    @Id
    private UUID id;

    @Column(name = "customer_id", updatable = false)
    private UUID customerId;

    @Column(name = "provider")
    private String provider;

    @Column(name = "issuer", updatable = false)
    private String issuer;

    @Column(name = "subject", updatable = false)
    private String subject;

    @Column(name = "email")
    private @Nullable String email;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    protected Identity() {}

    Identity(UUID id, UUID customerId, ProvenIdentity proven, Instant now) {
        this.id = id;
        this.customerId = customerId;
        this.provider = proven.provider();
        this.issuer = proven.issuer();
        this.subject = proven.subject();
        this.email = proven.email();
        this.createdAt = now;
    }

    UUID customerId() {
        return customerId;
    }

    /** Its customer has signed in by it. */
    void used(ProvenIdentity proven, Instant now) {
        provider = proven.provider();
        email = proven.email();
        lastUsedAt = now;
    }

    IdentityView view() {
        return new IdentityView(id, provider, email, createdAt, lastUsedAt);
    }

    @Override
    public String toString() {
        return "Identity[" + id + ", " + issuer + "]";
    }
}
