package dev.quayside.gateway.limit;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Buckets that all instances share. One that is full again is forgotten by itself. */
@ApplicationScoped
class RedisBuckets {
    /**
     * Moves the time when the bucket is full again, by as many tries as were asked for while more than half of it would be left, else by
     * one: near its edge every try is counted by itself. Answers that time, now (microseconds) and how many tries were given; for none,
     * the time that one more would have moved it to.
     */
    private static final String SCRIPT = """
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local capacity, refill, asked = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
            local whole = capacity * refill
            local start = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now)
            local given = asked
            if whole - (start + asked * refill - now) < whole / 2 then
              given = 1
            end
            local full = start + given * refill
            if full - now <= whole then
              redis.call('SET', KEYS[1], string.format('%.0f', full), 'PX', math.ceil((full - now) / 1000) + 1)
            else
              given, full = 0, start + refill
            end
            return {string.format('%.0f', full), string.format('%.0f', now), string.format('%.0f', given)}
            """;

    private final RedisScript script;

    RedisBuckets(ReactiveRedisDataSource redis) {
        this.script = new RedisScript(redis, SCRIPT);
    }

    /** Takes one try, and some in advance; any failure means that Redis could not be asked. */
    Uni<Grant> take(Rule rule, String key, long asked) {
        return script.run(key, rule.capacity(), rule.refillMicros(), asked)
                .map(answer -> new Grant(Verdict.of(rule, answer[0], answer[1]), Math.max(0, answer[2] - 1)));
    }
}
