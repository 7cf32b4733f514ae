package dev.quayside.payment.card;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer as the holder of cards. Its verbs are called under the row's lock. */
@Entity
@Table(name = "card_holders")
class CardHolder {
    @Id
    @Column(name = "customer_id")
    private UUID customerId;

    @Column(name = "default_method_id")
    private @Nullable String defaultMethodId;

    @Column(name = "readings_begun")
    private long readingsBegun;

    @Column(name = "reading_applied")
    private long readingApplied;

    @Column(name = "expects_until")
    private @Nullable Instant expectsUntil;

    CardHolder() {}

    /** The number of a reading that begins now. */
    long beginReading() {
        return ++readingsBegun;
    }

    /** Whether what this reading brings is newer than what is known; if so, it counts as known from now on. */
    boolean takes(long reading) {
        boolean newer = reading > readingApplied;
        if (newer) {
            readingApplied = reading;
        }
        return newer;
    }

    void choose(@Nullable String methodId) {
        defaultMethodId = methodId;
    }

    boolean hasNoDefault() {
        return defaultMethodId == null;
    }

    boolean prefers(String methodId) {
        return methodId.equals(defaultMethodId);
    }

    void expect(@Nullable Instant until) {
        expectsUntil = until;
    }

    boolean expects(Instant now) {
        return expectsUntil != null && expectsUntil.isAfter(now);
    }
}
