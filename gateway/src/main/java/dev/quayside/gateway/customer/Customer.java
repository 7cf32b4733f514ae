package dev.quayside.gateway.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A customer's account. */
@Entity
@Table(name = "customers")
class Customer {
    @Id
    private UUID id;

    @Column(name = "email")
    private String email;

    @Column(name = "name")
    private String name;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected Customer() {}

    Customer(UUID id, String email, String name, String passwordHash, Instant now) {
        this.id = id;
        this.email = email;
        this.name = name;
        this.passwordHash = passwordHash;
        this.createdAt = now;
    }

    String passwordHash() {
        return passwordHash;
    }

    CustomerView view() {
        return new CustomerView(id, email, name, createdAt);
    }
}
