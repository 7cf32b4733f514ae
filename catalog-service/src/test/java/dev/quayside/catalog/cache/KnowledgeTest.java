package dev.quayside.catalog.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnowledgeTest {
    private static final Set<String> KEYS = Set.of("a", "b");

    private final AtomicLong nanos = new AtomicLong();
    private final Knowledge knowledge =
            new Knowledge(Clock.fixed(Instant.EPOCH.plusSeconds(100), ZoneOffset.UTC), nanos::get);

    @Test
    void anAnswerIsServedUntilOneOfItsKeysIsChanged() {
        caughtUp(10);
        Moment made = knowledge.now();
        knowledge.heard(Set.of("c"), 10);
        assertThat(knowledge.allows(made, KEYS)).isTrue();
        knowledge.heard(Set.of("c", "b"), 11);
        assertThat(knowledge.allows(made, KEYS)).isFalse();
        assertThat(knowledge.allows(knowledge.now(), KEYS)).isTrue();
    }

    @Test
    void withoutNewsNothingIsServed() {
        assertThat(knowledge.allows(knowledge.now(), KEYS))
                .as("before the first")
                .isFalse();
        caughtUp(10);
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(700));
        assertThat(knowledge.allows(knowledge.now(), KEYS)).isTrue();
        nanos.incrementAndGet();
        assertThat(knowledge.allows(knowledge.now(), KEYS)).isFalse();
        assertThat(knowledge.recognise(10, KEYS)).isEmpty();
        caughtUp(10);
        assertThat(knowledge.allows(knowledge.now(), KEYS)).isTrue();
    }

    @Test
    void aClockThatStoodStillIsNotBelieved() {
        knowledge.caughtUp(new Knowledge.Asked(nanos.get(), 90_000, 1, 10, Long.MAX_VALUE));
        assertThat(knowledge.isCurrent()).isFalse();
    }

    @Test
    void anAnswerOfAnotherInstanceMustHaveSeenEachChange() {
        knowledge.startOver(10);
        knowledge.heard(Set.of("a"), 12);
        caughtUp(20);
        assertThat(knowledge.recognise(13, KEYS)).isPresent();
        assertThat(knowledge.recognise(12, KEYS)).as("12 was not over").isEmpty();
        assertThat(knowledge.recognise(12, Set.of("b"))).isPresent();
        assertThat(knowledge.recognise(9, Set.of("b")))
                .as("of before this instance")
                .isEmpty();
        assertThat(knowledge.recognise(21, Set.of("b"))).as("of another server").isEmpty();
        assertThat(knowledge.recognise(0, Set.of("b")))
                .as("of one that knew nothing")
                .isEmpty();
    }

    @Test
    void anAnswerOfAnotherInstanceIsOldAfterTheNextChange() {
        caughtUp(20);
        Moment made = knowledge.recognise(15, KEYS).orElseThrow();
        knowledge.heard(Set.of("a"), 21);
        assertThat(knowledge.allows(made, KEYS)).isFalse();
    }

    @Test
    void aTransactionThatLastsMakesNoAnswerOldThatIsMadeHere() {
        caughtUp(5);
        knowledge.heard(KEYS, 30);
        Moment made = knowledge.now();
        caughtUp(5);
        assertThat(knowledge.allows(made, KEYS)).isTrue();
        assertThat(knowledge.recognise(5, KEYS)).isEmpty();
    }

    @Test
    void whatIsForgottenIsOld() {
        caughtUp(10);
        Moment made = knowledge.now();
        for (int batch = 0; batch < 60; batch++) {
            int first = batch * 1_000;
            knowledge.heard(
                    IntStream.range(first, first + 1_000).mapToObj(i -> "k" + i).collect(Collectors.toSet()),
                    11 + batch);
        }
        caughtUp(100);
        assertThat(knowledge.allows(made, KEYS)).isFalse();
        assertThat(knowledge.recognise(10, KEYS)).isEmpty();
        assertThat(knowledge.recognise(100, KEYS)).isPresent();
    }

    @Test
    void everythingIsOldWhenItIsSaidSo() {
        caughtUp(10);
        Moment made = knowledge.now();
        knowledge.heard(Set.of(Keys.EVERYTHING), 11);
        assertThat(knowledge.allows(made, KEYS)).isFalse();
        assertThat(knowledge.recognise(10, KEYS)).isEmpty();
    }

    @Test
    void nobodyKeepsAPriceLongerThanItIsKnownToLast() {
        knowledge.caughtUp(new Knowledge.Asked(nanos.get(), 100_000, 1, 10, 30));
        assertThat(knowledge.secondsUntilFlip()).isEqualTo(29);
        knowledge.caughtUp(new Knowledge.Asked(nanos.get(), 100_000, 1, 10, -5));
        assertThat(knowledge.secondsUntilFlip()).isZero();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(knowledge.secondsUntilFlip()).isZero();
    }

    private void caughtUp(long below) {
        knowledge.caughtUp(new Knowledge.Asked(nanos.get(), 100_000, 1, below, Long.MAX_VALUE));
    }
}
