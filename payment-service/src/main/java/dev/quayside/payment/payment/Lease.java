package dev.quayside.payment.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/** The columns of the right to read a payment; see {@link Leases}. */
@Embeddable
class Lease {
    @Column(name = "lease_owner")
    private UUID owner;

    @Column(name = "lease_until")
    private Instant until;

    Lease() {}

    Lease(UUID owner, Instant until) {
        this.owner = owner;
        this.until = until;
    }

    boolean isOf(UUID reader) {
        return owner.equals(reader);
    }

    boolean isHeld(Instant now) {
        return until.isAfter(now);
    }
}
