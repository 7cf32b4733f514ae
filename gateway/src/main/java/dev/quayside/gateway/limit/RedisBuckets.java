package dev.quayside.gateway.limit;

import io.quarkus.redis.datasource.RedisDataSource;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Buckets that all instances share. The script runs as one step in Redis, on Redis' own clock, and a bucket that is full again is
 * forgotten by itself.
 */
@ApplicationScoped
class RedisBuckets {
    /** Moves the time when the bucket is full again; answers that time and now, in microseconds, whether or not it let through. */
    private static final String SCRIPT = """
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local capacity, refill = tonumber(ARGV[1]), tonumber(ARGV[2])
            local start = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now)
            local full = start + refill
            if full - now <= capacity * refill then
              redis.call('SET', KEYS[1], string.format('%.0f', full), 'PX', math.ceil((full - now) / 1000) + 1)
            end
            return {string.format('%.0f', full), string.format('%.0f', now)}
            """;

    private static final String SCRIPT_ID = sha1(SCRIPT);

    private final RedisDataSource redis;

    RedisBuckets(RedisDataSource redis) {
        this.redis = redis;
    }

    /** Takes one try; any exception means that Redis could not be asked. */
    Verdict take(Rule rule, String key) {
        Response answer = run(key, Long.toString(rule.capacity()), Long.toString(rule.refillMicros()));
        return Verdict.of(rule, number(answer, 0), number(answer, 1));
    }

    private Response run(String key, String capacity, String refill) {
        try {
            return redis.execute("EVALSHA", SCRIPT_ID, "1", key, capacity, refill);
        } catch (RuntimeException e) {
            if (String.valueOf(e.getMessage()).contains("NOSCRIPT")) {
                return redis.execute("EVAL", SCRIPT, "1", key, capacity, refill);
            }
            throw e;
        }
    }

    private static long number(Response answer, int index) {
        return Long.parseLong(answer.get(index).toString(StandardCharsets.US_ASCII));
    }

    /** Redis names scripts by SHA-1; nothing secret hangs on it. */
    private static String sha1(String script) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
