package dev.quayside.catalog.cache;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The caches of a second instance, on the database and the Redis of the one under test. */
@ApplicationScoped
public class AnotherInstance {
    private final ChangeFeed feed;
    private final Knowledge knowledge;
    private final SharedAnswers shared;
    private final HotAnswers answers;
    private final AtomicInteger reads = new AtomicInteger();

    AnotherInstance(
            @DataSource("changes") javax.sql.DataSource database,
            ReactiveRedisDataSource redis,
            Namespace names,
            CacheSettings settings,
            Clock clock) {
        this.knowledge = new Knowledge(clock);
        this.feed = new ChangeFeed(database, knowledge);
        this.shared = new SharedAnswers(redis, new Reachability(), names, settings);
        this.answers = new HotAnswers(knowledge, shared, settings, new CacheMetrics(new SimpleMeterRegistry()));
        feed.begin();
    }

    /** Hears of all that is committed by now. */
    public void catchUp() {
        feed.ask();
    }

    /** Whether there is an answer in Redis that it would serve. */
    public boolean findsInRedis(String address) {
        catchUp();
        SharedAnswers.Stored stored = shared.get(address);
        return stored != null
                && knowledge.recognise(stored.below(), stored.made().keys()).isPresent();
    }

    /** The answer for an address, which is read past all caches if need be. */
    public byte[] get(String address, Supplier<byte[]> read, String... keys) {
        return answers.get(address, () -> {
                    reads.incrementAndGet();
                    return Optional.of(new Made(read.get(), "tag", Set.of(keys)));
                })
                .orElseThrow()
                .body();
    }

    public int reads() {
        return reads.get();
    }
}
