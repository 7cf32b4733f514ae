package dev.quayside.gateway.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer's account. Its verbs are called with the row locked. */
@Entity
@Table(name = "customers")
class Customer {
    /** The statuses on the wire. */
    static final String ACTIVE = "active";

    static final String DISABLED = "disabled";

    @Id
    private UUID id;

    @Column(name = "email")
    private String email;

    @Column(name = "name")
    private String name;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "email_verified_at")
    private @Nullable Instant emailVerifiedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "disabled_at")
    private @Nullable Instant disabledAt;

    /** Counts every change of what staff see. */
    @Column(name = "version")
    private long version;

    protected Customer() {}

    Customer(UUID id, String email, String name, @Nullable String passwordHash, Instant now) {
        this.id = id;
        this.email = email;
        this.name = name;
        this.passwordHash = passwordHash;
        this.createdAt = now;
        this.version = 1;
    }

    UUID id() {
        return id;
    }

    String email() {
        return email;
    }

    /** Null for a customer who came by another provider and has chosen none. */
    @Nullable
    String passwordHash() {
        return passwordHash;
    }

    boolean isEmailVerified() {
        return emailVerifiedAt != null;
    }

    /** Whether it can be used: its owner has not asked for its deletion. */
    boolean isOpen() {
        return closedAt == null;
    }

    /** Whether its owner may sign in and act: staff have not disabled it. */
    boolean isEnabled() {
        return disabledAt == null;
    }

    long version() {
        return version;
    }

    void rename(String newName) {
        if (!name.equals(newName)) {
            name = newName;
            version++;
        }
    }

    void setPasswordHash(String hash) {
        if (passwordHash == null) {
            version++;
        }
        passwordHash = hash;
    }

    void dropPassword() {
        if (passwordHash != null) {
            passwordHash = null;
            version++;
        }
    }

    /** Somebody reads at the account's address; whether that is news. */
    boolean verifyEmail(Instant now) {
        if (emailVerifiedAt != null) {
            return false;
        }
        emailVerifiedAt = now;
        version++;
        return true;
    }

    /** Takes an address at which the customer was shown to read. */
    void setVerifiedEmail(String newEmail, Instant now) {
        email = newEmail;
        emailVerifiedAt = now;
        version++;
    }

    void close(Instant now) {
        closedAt = now;
    }

    void disable(Instant now) {
        if (disabledAt == null) {
            disabledAt = now;
            version++;
        }
    }

    void enable() {
        if (disabledAt != null) {
            disabledAt = null;
            version++;
        }
    }

    CustomerView view() {
        return new CustomerView(id, email, isEmailVerified(), name, passwordHash != null, createdAt);
    }

    AdminCustomerView adminView() {
        return new AdminCustomerView(
                id, email, isEmailVerified(), name, isEnabled() ? ACTIVE : DISABLED, passwordHash != null, createdAt);
    }
}
