package dev.quayside.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.kit.problem.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The limits as they are without the factor that all other tests have. */
@GatewayTest
class AccountLimitsIT {
    private final UUID customer = UUID.randomUUID();

    @Inject
    ReactiveRedisDataSource redis;

    @Inject
    Standings standings;

    private AccountLimits limits;

    @BeforeEach
    void unscaled() {
        MovableClock clock = new MovableClock();
        limits = new AccountLimits(
                new Limiter(
                        new RedisBuckets(redis),
                        new LocalBuckets(clock),
                        new Counting(clock, new SimpleMeterRegistry()),
                        clock,
                        1),
                standings);
    }

    @Test
    void tenPasswordsCanBeTriedWithAStolenToken() {
        allowed(10, () -> limits.beforePassword(customer));
    }

    @Test
    void fiveMailsCanBeAskedForAtOnce() {
        allowed(5, () -> limits.beforeMail(customer));
    }

    @Test
    void fiveExportsCanBeAskedForAtOnce() {
        allowed(5, () -> limits.beforeExport(customer));
    }

    @Test
    void thirtyMailedTokensCanBeTriedFromAnAddress() {
        allowed(30, () -> limits.beforeMailedToken(customer.toString()));
    }

    @Test
    void aMailboxGetsFiveLinksAtOnceAndNobodyIsToldThatItGetsNoMore() {
        assertThat(IntStream.range(0, 8)
                        .filter(i -> limits.mayMailReset(customer))
                        .count())
                .isEqualTo(5);
    }

    private static void allowed(int times, Runnable call) {
        IntStream.range(0, times).forEach(i -> call.run());
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.code()).isEqualTo(GatewayProblem.TOO_MANY_REQUESTS));
    }
}
