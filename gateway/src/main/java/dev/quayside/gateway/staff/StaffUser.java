package dev.quayside.gateway.staff;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A member of staff. It is changed under a lock on its row, and counts its version itself; signing in is no change. */
@Entity
@Table(name = "staff_users")
class StaffUser {
    @Id
    private UUID id;

    @Column(name = "email", updatable = false)
    private String email;

    @Column(name = "name")
    private String name;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private UserStatus status;

    @ElementCollection
    @CollectionTable(name = "staff_roles", joinColumns = @JoinColumn(name = "user_id"))
    @Column(name = "role_id")
    @BatchSize(size = 100)
    private Set<UUID> roles = new HashSet<>();

    @Column(name = "version")
    private long version;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "last_sign_in_at")
    private @Nullable Instant lastSignInAt;

    protected StaffUser() {}

    StaffUser(UUID id, String email, String name, Collection<UUID> roles, Instant now) {
        this.id = id;
        this.email = email;
        this.name = name;
        this.status = UserStatus.INVITED;
        this.roles = new HashSet<>(roles);
        this.version = 1;
        this.createdAt = now;
        this.updatedAt = now;
    }

    UUID id() {
        return id;
    }

    String email() {
        return email;
    }

    String name() {
        return name;
    }

    UserStatus status() {
        return status;
    }

    Set<UUID> roles() {
        return Set.copyOf(roles);
    }

    long version() {
        return version;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    @Nullable
    Instant lastSignInAt() {
        return lastSignInAt;
    }

    boolean isActive() {
        return status == UserStatus.ACTIVE;
    }

    /** The hash of the password, once one was chosen. */
    Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    /** Gives the user another name and other roles; the same again are no change. */
    void become(String newName, Collection<UUID> newRoles, Instant now) {
        Set<UUID> wanted = Set.copyOf(newRoles);
        if (!name.equals(newName) || !roles.equals(wanted)) {
            name = newName;
            roles.clear();
            roles.addAll(wanted);
            touch(now);
        }
    }

    void disable(Instant now) {
        if (status != UserStatus.DISABLED) {
            status = UserStatus.DISABLED;
            touch(now);
        }
    }

    /** Lets a disabled user back in; one who never chose a password is invited again. */
    void enable(Instant now) {
        if (status == UserStatus.DISABLED) {
            status = passwordHash == null ? UserStatus.INVITED : UserStatus.ACTIVE;
            touch(now);
        }
    }

    /** Whoever holds the invitation has chosen a password. */
    void accept(String newPasswordHash, Instant now) {
        passwordHash = newPasswordHash;
        status = UserStatus.ACTIVE;
        touch(now);
    }

    /** The same password by another hash: nothing that anybody sees. */
    void renewPassword(String renewedHash) {
        passwordHash = renewedHash;
    }

    void signedIn(Instant now) {
        lastSignInAt = now;
    }

    private void touch(Instant now) {
        version++;
        updatedAt = now;
    }

    @Override
    public String toString() {
        return "staff user " + id;
    }
}
