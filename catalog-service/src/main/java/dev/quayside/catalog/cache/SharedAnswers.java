package dev.quayside.catalog.cache;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Answers in Redis, for all instances. Each says which transactions it has seen: whether it is still right is for its reader to know. */
@ApplicationScoped
class SharedAnswers {
    /** An answer of the database takes hardly longer. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    /** Shorter than anything else in Redis lasts: when that is full, answers go before the counts of sign-in tries. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /**
     * An answer out of Redis.
     *
     * @param below every transaction with a lower number is seen in it
     */
    record Stored(Made made, long below) {}

    private final ReactiveValueCommands<String, byte[]> values;
    private final Reachability redis;
    private final Namespace names;
    private final CacheSettings settings;

    SharedAnswers(ReactiveRedisDataSource redis, Reachability reachability, Namespace names, CacheSettings settings) {
        this.values = redis.value(String.class, byte[].class);
        this.redis = reachability;
        this.names = names;
        this.settings = settings;
    }

    /** The answer for an address; null if there is none, or Redis does not say. */
    @Nullable
    Stored get(String address) {
        if (!settings.redis() || !redis.mayBeAsked()) {
            return null;
        }
        try {
            byte[] found = values.get(names.of(address)).await().atMost(PATIENCE);
            redis.answered();
            return found == null ? null : Wire.read(found).orElse(null);
        } catch (RuntimeException away) {
            redis.failed(away);
            return null;
        }
    }

    /** Stores an answer, without waiting for that. */
    void put(String address, Made made, long below) {
        if (!settings.redis() || below == 0 || !redis.mayBeAsked()) {
            return;
        }
        values.psetex(names.of(address), life().toMillis(), Wire.write(new Stored(made, below)))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .subscribe()
                .with(stored -> redis.answered(), redis::failed);
    }

    private Duration life() {
        return settings.life().compareTo(LONGEST) < 0 ? settings.life() : LONGEST;
    }
}
