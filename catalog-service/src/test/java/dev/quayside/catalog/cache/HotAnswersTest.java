package dev.quayside.catalog.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.quayside.kit.testing.Together;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers of a process whose Redis nobody can reach. */
class HotAnswersTest {
    private static final Set<String> KEYS = Set.of("product-1");
    private static final String ADDRESS = "/v1/products/1?";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger askedRedis = new AtomicInteger();
    private final Knowledge knowledge = new Knowledge(Clock.systemUTC(), nanos::get);
    private final Settings settings = new Settings();
    private final HotAnswers answers = new HotAnswers(
            knowledge,
            new SharedAnswers(
                    away(), new Reachability(nanos::get), new Namespace("d", "1", "EUR", "5", "english"), settings),
            settings,
            new CacheMetrics(registry));
    private final AtomicInteger price = new AtomicInteger(1);
    private final AtomicInteger reads = new AtomicInteger();

    @BeforeEach
    void newsHasCome() {
        caughtUp();
    }

    @Test
    void anAnswerIsMadeOnceUntilItIsOld() {
        assertThat(get()).isEqualTo("1");
        assertThat(get()).isEqualTo("1");
        assertThat(reads).hasValue(1);
        change(2);
        assertThat(get()).isEqualTo("2");
        assertThat(reads).hasValue(2);
        assertThat(registry.get("catalog.cache.hits")
                        .tag("layer", "process")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("catalog.cache.misses").counter().count()).isEqualTo(2);
    }

    @Test
    void aReadThatAChangeOvertakesIsNotServedLater() {
        answers.get(ADDRESS, () -> {
            Optional<Made> old = read();
            change(2);
            return old;
        });
        assertThat(get()).isEqualTo("2");
    }

    @Test
    void withoutNewsEachIsReadAnewWhateverIsKept() {
        assertThat(get()).isEqualTo("1");
        // Nobody tells of this one.
        price.set(2);
        assertThat(get()).isEqualTo("1");
        nanos.addAndGet(Knowledge.GOOD_FOR.toNanos() + 1);
        assertThat(get()).isEqualTo("2");
    }

    @Test
    void manyWhoAskAtOnceCostOneRead() {
        List<Optional<Made>> all = Together.times(
                8,
                () -> answers.get(ADDRESS, () -> {
                    awaitWaiting(7);
                    return read();
                }));
        assertThat(all).hasSize(8).allMatch(answer -> text(answer).equals("1"));
        assertThat(reads).hasValue(1);
    }

    @Test
    void whoeverAsksAfterAChangeDoesNotGetAReadOfBefore() {
        CountDownLatch isRead = new CountDownLatch(1);
        Callable<String> early = () -> text(answers.get(ADDRESS, () -> {
            Optional<Made> old = read();
            change(2);
            isRead.countDown();
            awaitWaiting(1);
            return old;
        }));
        Callable<String> late = () -> {
            isRead.await();
            nanos.incrementAndGet();
            return get();
        };
        assertThat(Together.run(List.of(early, late))).containsExactly("1", "2");
    }

    @Test
    void aReadThatFailsIsNotKept() {
        Supplier<Optional<Made>> failing = () -> {
            throw new IllegalStateException("no");
        };
        assertThatThrownBy(() -> answers.get(ADDRESS, failing)).hasMessage("no");
        assertThat(answers.get(ADDRESS, Optional::empty)).isEmpty();
        assertThat(get()).isEqualTo("1");
    }

    @Test
    void aLargeAnswerIsNotKeptAndAllOfThemHaveABound() {
        settings.largest = 0;
        get();
        get();
        assertThat(reads).hasValue(2);
        settings.largest = 1_000;
        for (int i = 0; i < 100; i++) {
            answers.get("/" + i, this::read);
        }
        await().untilAsserted(() -> assertThat(
                        registry.get("catalog.cache.bytes").gauge().value())
                .isBetween(1.0, (double) settings.bytes()));
    }

    @Test
    void aRedisThatIsAwayIsAskedOnceASecond() {
        for (int i = 0; i < 50; i++) {
            answers.get("/" + i, this::read);
        }
        assertThat(askedRedis).hasValue(1);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        caughtUp();
        get();
        get();
        assertThat(askedRedis).hasValue(2);
        assertThat(reads).hasValue(51);
    }

    private String get() {
        return text(answers.get(ADDRESS, this::read));
    }

    private static String text(Optional<Made> answer) {
        return new String(answer.orElseThrow().body(), StandardCharsets.UTF_8);
    }

    private Optional<Made> read() {
        reads.incrementAndGet();
        return Optional.of(new Made(price.toString().getBytes(StandardCharsets.UTF_8), "tag", KEYS));
    }

    private void change(int newPrice) {
        price.set(newPrice);
        knowledge.heard(KEYS, 10 + newPrice);
    }

    private void awaitWaiting(int many) {
        await().until(() -> registry.get("catalog.cache.waits").counter().count() >= many);
    }

    private void caughtUp() {
        knowledge.caughtUp(
                new Knowledge.Asked(nanos.get(), Clock.systemUTC().millis() + 60_000, 1, 10, Long.MAX_VALUE));
    }

    private ReactiveRedisDataSource away() {
        Object values = proxy(ReactiveValueCommands.class, (self, method, given) -> {
            askedRedis.incrementAndGet();
            return Uni.createFrom().failure(new IllegalStateException("connection refused"));
        });
        return proxy(ReactiveRedisDataSource.class, (self, method, given) -> values);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler calls) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, calls));
    }

    private static final class Settings implements CacheSettings {
        private int largest = 1_000;

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public boolean redis() {
            return true;
        }

        @Override
        public long bytes() {
            return 4_000;
        }

        @Override
        public int largest() {
            return largest;
        }

        @Override
        public Duration life() {
            return Duration.ofHours(1);
        }
    }
}
