package dev.quayside.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Sign-ins that have ended while access tokens of them may still be good by themselves. Every instance looks for new ones once a second,
 * so whoever was thrown out is out everywhere a moment later, and no request waits for the database.
 */
@ApplicationScoped
public class EndedSignIns {
    /** Longer than an access token is good for, and than the instances' clocks differ. */
    private static final Duration KEPT = Duration.ofMinutes(15);

    /** An end is seen once it is committed, which is up to a transaction's time-out after the time that it bears, by another's clock. */
    static final Duration OVERLAP = Duration.ofSeconds(30);

    private static final int MOST = 100_000;

    private final SessionRepository sessions;
    private final Clock clock;
    private final Cache<String, Boolean> ended =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();
    private volatile Instant lookedAt = Instant.EPOCH;

    EndedSignIns(SessionRepository sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Whether the sign-in that a token names has ended, as far as is known here. Asks nobody. */
    public boolean has(String signIn) {
        return ended.getIfPresent(signIn) != null;
    }

    /** Looks for those that have ended since the last look; the first looks back as far as a token lives. */
    @Transactional
    void look() {
        Instant now = clock.instant();
        Instant oldest = now.minus(KEPT);
        Instant since = lookedAt.minus(OVERLAP).isAfter(oldest) ? lookedAt.minus(OVERLAP) : oldest;
        sessions.endedSince(since, MOST).forEach(id -> ended.put(id.toString(), true));
        lookedAt = now;
    }
}
