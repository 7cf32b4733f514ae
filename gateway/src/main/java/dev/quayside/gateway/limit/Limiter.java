package dev.quayside.gateway.limit;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Asks Redis whether a try is let through, or this process while Redis is away. Blocks for half a second at most. */
@ApplicationScoped
class Limiter {
    private static final Logger LOG = Logger.getLogger(Limiter.class);
    private static final Duration AWAY = Duration.ofSeconds(5);

    private final RedisBuckets shared;
    private final LocalBuckets local;
    private final Clock clock;
    private final long factor;
    private volatile Instant askAgainAt = Instant.EPOCH;

    Limiter(
            RedisBuckets shared,
            LocalBuckets local,
            Clock clock,
            @ConfigProperty(name = "quayside.limits.factor") long factor) {
        this.shared = shared;
        this.local = local;
        this.clock = clock;
        this.factor = factor;
    }

    /** Takes one try of a subject's bucket; an empty one is a 429 that says how long to wait. */
    void take(Rule rule, String subject) {
        Rule scaled = rule.times(factor);
        Verdict verdict = ask(scaled, "quayside:limit:" + rule.name() + ":" + subject);
        if (!verdict.allowed()) {
            throw tooMany(scaled, verdict);
        }
    }

    private Verdict ask(Rule rule, String key) {
        Instant now = clock.instant();
        if (now.isBefore(askAgainAt)) {
            return local.take(rule, key);
        }
        try {
            return shared.take(rule, key);
        } catch (RuntimeException e) {
            // One request in five seconds finds out whether Redis is back; the others do not wait for it.
            askAgainAt = now.plus(AWAY);
            LOG.warnf("Redis does not answer, limits are counted in this process: %s", e.toString());
            return local.take(rule, key);
        }
    }

    private static ProblemException tooMany(Rule rule, Verdict verdict) {
        String seconds = Long.toString(verdict.retryAfter().plusMillis(999).toSeconds());
        return new ProblemException(GatewayProblem.TOO_MANY_REQUESTS, "try again in " + seconds + " seconds")
                .withHeader("Retry-After", seconds)
                .withHeader("RateLimit-Limit", Long.toString(rule.capacity()))
                .withHeader("RateLimit-Remaining", Long.toString(verdict.remaining()))
                .withHeader("RateLimit-Reset", seconds);
    }
}
