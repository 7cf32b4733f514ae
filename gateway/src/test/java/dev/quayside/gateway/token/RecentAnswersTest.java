package dev.quayside.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecentAnswersTest {
    private final Vertx vertx = Vertx.vertx();
    private final Hand clock = new Hand();
    private final RecentAnswers<String, Integer> recent = new RecentAnswers<>(vertx, clock);
    private int asked;

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    @Test
    void anAnswerIsGivenAgainForLessThanASecond() throws Exception {
        assertThat(ask(this::count)).hasValue(1);
        clock.forward(999);
        assertThat(ask(this::count)).hasValue(1);
        clock.forward(1);
        assertThat(ask(this::count)).hasValue(2);
    }

    @Test
    void theSecondBeginsBeforeTheLookUp() throws Exception {
        ask(() -> {
            clock.forward(700);
            return count();
        });
        clock.forward(300);
        assertThat(ask(this::count)).hasValue(2);
    }

    @Test
    void whatIsNotThereIsAskedForEachTimeAndWhatWasForgottenToo() throws Exception {
        assertThat(ask(() -> {
                    asked++;
                    return Optional.empty();
                }))
                .isEmpty();
        assertThat(ask(this::count)).hasValue(2);
        recent.forget();
        assertThat(ask(this::count)).hasValue(3);
    }

    private Optional<Integer> count() {
        return Optional.of(++asked);
    }

    private Optional<Integer> ask(Supplier<Optional<Integer>> lookUp) throws Exception {
        return recent.ask("who", lookUp)
                .toCompletionStage()
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
    }

    private static final class Hand extends Clock {
        private volatile Instant now = Instant.parse("2026-01-31T09:30:00Z");

        void forward(long millis) {
            now = now.plusMillis(millis);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
