package dev.quayside.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks the database about a caller at most once a second. An answer counts for a second from the moment before it was asked for, so a
 * change is seen by every instance within a second of its commit, with nobody to tell them.
 */
public final class RecentAnswers<Q, A> {
    static final Duration KEPT = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private record Known<A>(A answer, Instant askedAt) {}

    private final Vertx vertx;
    private final Clock clock;
    private final Cache<Q, Known<A>> known =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    public RecentAnswers(Vertx vertx, Clock clock) {
        this.vertx = vertx;
        this.clock = clock;
    }

    /** A recent answer, or that of the look-up, which may block; this method does not. */
    public Future<Optional<A>> ask(Q question, Supplier<Optional<A>> lookUp) {
        Known<A> recent = known.getIfPresent(question);
        return recent != null && clock.instant().isBefore(recent.askedAt().plus(KEPT))
                ? Future.succeededFuture(Optional.of(recent.answer()))
                : vertx.executeBlocking(() -> lookUp(question, lookUp), false);
    }

    /** Forgets all answers: this instance has just made a change itself. */
    public void forget() {
        known.invalidateAll();
    }

    private Optional<A> lookUp(Q question, Supplier<Optional<A>> lookUp) {
        Instant askedAt = clock.instant();
        Optional<A> answer = lookUp.get();
        answer.ifPresent(found -> known.put(question, new Known<>(found, askedAt)));
        return answer;
    }
}
