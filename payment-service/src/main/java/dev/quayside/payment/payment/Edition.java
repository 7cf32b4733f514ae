package dev.quayside.payment.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** The columns that count a payment's changes, and tell how many of them its subscribers know. */
@Embeddable
class Edition {
    @Column
    private long version;

    @Column(name = "published_version")
    private long published;

    @Column(name = "changed_at")
    private Instant changedAt;

    Edition() {}

    void change(Instant now, long atLeast) {
        version = Math.max(version, atLeast) + 1;
        changedAt = now;
    }

    void publish(long upTo) {
        published = Math.max(published, upTo);
    }

    boolean isPublished() {
        return published >= version;
    }

    long version() {
        return version;
    }

    Instant changedAt() {
        return changedAt;
    }
}
