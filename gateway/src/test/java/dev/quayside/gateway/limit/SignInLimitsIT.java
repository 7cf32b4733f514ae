package dev.quayside.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.kit.problem.ProblemException;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@GatewayTest
class SignInLimitsIT {
    @Inject
    SignInLimits limits;

    @Inject
    RedisBuckets shared;

    @Inject
    RedisDataSource redis;

    @Test
    void oneAccountIsTriedTenTimesFromWhereverItIs() {
        String email = UUID.randomUUID() + "@example.com";
        IntStream.range(0, 10).forEach(i -> limits.beforeLogin("10.0." + i + ".1", email));
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> limits.beforeLogin("10.0.99.1", email));
        assertThat(refused.code()).isEqualTo(GatewayProblem.TOO_MANY_REQUESTS);
        assertThat(refused.headers())
                .containsEntry("RateLimit-Limit", "10")
                .containsEntry("RateLimit-Remaining", "0")
                .containsKeys("Retry-After", "RateLimit-Reset");
        assertThat(Integer.parseInt(refused.headers().get("Retry-After"))).isBetween(1, 30);
        assertThatCode(() -> limits.beforeLogin("10.0.99.1", "other-" + email)).doesNotThrowAnyException();
    }

    @Test
    void oneAddressMayNotTryManyAccounts() {
        String address = "address-" + UUID.randomUUID();
        IntStream.range(0, 60).forEach(i -> limits.beforeLogin(address, UUID.randomUUID() + "@example.com"));
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> limits.beforeLogin(address, "someone@example.com"));
        assertThat(refused.code().status()).isEqualTo(429);
    }

    @Test
    void bucketsInRedisCountAlikeAndForgetThemselves() {
        Rule rule = new Rule("test", 2, Duration.ofMinutes(1));
        String key = "test:" + UUID.randomUUID();
        assertThat(shared.take(rule, key).remaining()).isEqualTo(1);
        assertThat(shared.take(rule, key).remaining()).isZero();
        Verdict refused = shared.take(rule, key);
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.retryAfter()).isBetween(Duration.ofSeconds(50), Duration.ofMinutes(1));
        assertThat(redis.key().pttl(key)).isBetween(1L, 120_001L);
    }

    @Test
    void aRedisThatWasStartedAgainLearnsTheScriptAgain() {
        Rule rule = new Rule("test", 2, Duration.ofMinutes(1));
        redis.execute("SCRIPT", "FLUSH");
        assertThat(shared.take(rule, "test:" + UUID.randomUUID()).allowed()).isTrue();
    }
}
