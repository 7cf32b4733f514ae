package dev.quayside.gateway.testing;

import io.quarkus.redis.datasource.RedisDataSource;
import java.util.List;

/** The counters of limits, all of which count the one address that tests call from. */
public final class Limits {
    private Limits() {}

    /** Forgets what was counted, so that a test may register and try as it likes. */
    public static void forget(RedisDataSource redis) {
        List<String> counters = redis.key().keys("quayside:limit:*");
        if (!counters.isEmpty()) {
            redis.key().del(counters.toArray(String[]::new));
        }
    }
}
