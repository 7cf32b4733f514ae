package dev.quayside.gateway.limit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The limiter for threads that may wait: for half a second at most, when Redis does not answer. */
@ApplicationScoped
class WaitingLimiter {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Limiter limiter;
    private final Standings standings;

    WaitingLimiter(Limiter limiter, Standings standings) {
        this.limiter = limiter;
        this.standings = standings;
    }

    /** Takes one try of a subject's bucket; an empty one is a 429 that says how long to wait. */
    void take(Rule rule, String subject) {
        standings.note(limiter.take(rule, subject).await().atMost(LONGEST));
    }
}
