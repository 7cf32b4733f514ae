package dev.quayside.gateway.trip;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** A trip that has begun, by the hash of its state. It is deleted by its one use. */
@Entity
@Table(name = "sign_in_trips")
class Trip {
    @Id
    @Column(name = "state_hash")
    private String stateHash;

    @Column(name = "provider", updatable = false)
    private String provider;

    @Column(name = "browser_hash", updatable = false)
    private String browserHash;

    @Column(name = "return_to", updatable = false)
    private String returnTo;

    @Column(name = "challenge", updatable = false)
    private String challenge;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    protected Trip() {}

    Trip(Ticket ticket, String provider, Wish wish, Instant now, Duration life) {
        this.stateHash = Hashes.of(ticket.state());
        this.provider = provider;
        this.browserHash = Hashes.of(ticket.browser());
        this.returnTo = wish.returnTo();
        this.challenge = wish.challenge();
        this.createdAt = now;
        this.expiresAt = now.plus(life);
    }

    /** Whether it is this browser that comes back, from the provider that it was sent to, in time. */
    boolean fits(String browser, String from, Instant now) {
        return Hashes.same(browserHash, Hashes.of(browser)) && provider.equals(from) && now.isBefore(expiresAt);
    }

    Wish wish() {
        return new Wish(returnTo, challenge);
    }

    @Override
    public String toString() {
        return "Trip[" + provider + ", " + createdAt + "]";
    }
}
