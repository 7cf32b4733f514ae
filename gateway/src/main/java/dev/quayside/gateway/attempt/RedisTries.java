package dev.quayside.gateway.attempt;

import dev.quayside.gateway.limit.RedisScript;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Counts of tries that all instances share. A try is counted before it is made, so a crowd of them at once is counted too. */
@ApplicationScoped
class RedisTries {
    private static final String TAKE = """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local free, first, longest, forgotten = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
            local known = redis.call('HMGET', KEYS[1], 'tries', 'until')
            local tries, waits = tonumber(known[1] or '0'), tonumber(known[2] or '0')
            if now < waits then
              return {'0', string.format('%.0f', tries), string.format('%.0f', waits), string.format('%.0f', waits - now)}
            end
            tries = tries + 1
            local wait = 0
            if tries >= free then
              wait = math.min(longest, first * 2 ^ math.min(tries - free, 30))
            end
            waits = string.format('%.0f', now + wait)
            redis.call('HSET', KEYS[1], 'tries', string.format('%.0f', tries), 'until', waits)
            redis.call('PEXPIRE', KEYS[1], string.format('%.0f', forgotten + wait))
            return {'1', string.format('%.0f', tries), waits, string.format('%.0f', wait)}
            """;

    /** Takes one try back, and the wait that it began unless another has begun a later one since. */
    private static final String UNDO = """
            local known = redis.call('HMGET', KEYS[1], 'tries', 'until')
            if known[1] and tonumber(known[1]) > 0 then
              redis.call('HINCRBY', KEYS[1], 'tries', -1)
              if known[2] == ARGV[1] then
                redis.call('HSET', KEYS[1], 'until', '0')
              end
            end
            return {'1'}
            """;

    private static final String CLEAR = "redis.call('DEL', KEYS[1]) return {'1'}";

    private final RedisScript take;
    private final RedisScript undo;
    private final RedisScript clear;

    RedisTries(ReactiveRedisDataSource redis) {
        this.take = new RedisScript(redis, TAKE);
        this.undo = new RedisScript(redis, UNDO);
        this.clear = new RedisScript(redis, CLEAR);
    }

    Uni<Count> take(Delays delays, String key) {
        return take.run(
                        key,
                        delays.free(),
                        delays.first().toMillis(),
                        delays.longest().toMillis(),
                        delays.forgottenAfter().toMillis())
                .map(answer -> new Count(answer[0] == 1, answer[1], answer[2], Duration.ofMillis(answer[3])));
    }

    /** Makes a try uncounted. */
    Uni<Void> undo(String key, long waitUntil) {
        return undo.run(key, waitUntil).replaceWithVoid();
    }

    /** Begins the count again. */
    Uni<Void> clear(String key) {
        return clear.run(key).replaceWithVoid();
    }
}
