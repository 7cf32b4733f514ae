package dev.quayside.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyScheduleTest {
    private static final Instant START = Instant.parse("2026-01-31T09:30:00Z");
    private static final Duration LIFE = Duration.ofDays(30);
    private static final SigningKey ANY = Keys.first();

    @Test
    void eachKeySignsFromItsTimeUntilTheNextOneDoes() {
        KeySchedule keys = schedule(0, 30, 60);
        assertThat(keys.signer(at(-1))).isEqualTo(key(0));
        assertThat(keys.signer(at(0))).isEqualTo(key(0));
        assertThat(keys.signer(at(29))).isEqualTo(key(0));
        assertThat(keys.signer(at(30))).isEqualTo(key(30));
        assertThat(keys.next(at(30))).contains(key(60));
        assertThat(keys.next(at(60))).isEmpty();
        assertThat(keys.signer(at(400))).isEqualTo(key(60));
    }

    @Test
    void aKeyIsOverWhenTheLastTokenThatItMayHaveSignedHasEnded() {
        KeySchedule keys = schedule(0, 30);
        Instant last = at(30).plus(AccessTokens.LIFE);
        assertThat(keys.over(at(29))).isEmpty();
        assertThat(keys.over(last)).isEmpty();
        assertThat(keys.over(last.plus(Duration.ofMinutes(5)).minusMillis(1))).isEmpty();
        assertThat(keys.over(last.plus(Duration.ofMinutes(5)))).containsExactly(key(0));
        assertThat(keys.over(at(4_000))).containsExactly(key(0));
    }

    @Test
    void theNextKeyIsMadeSoEarlyThatItSignsWhenTheOldOneIsOldEnough() {
        KeySchedule keys = schedule(0);
        Instant due = at(30).minus(KeySchedule.KNOWN_AFTER);
        assertThat(keys.isDue(due.minusMillis(1), LIFE)).isFalse();
        assertThat(keys.isDue(due, LIFE)).isTrue();
        assertThat(schedule(0, 30).isDue(due, LIFE)).as("one waits already").isFalse();
    }

    @Test
    void verifiersKnowAKeyBeforeItSigns() {
        assertThat(KeySchedule.KNOWN_AFTER).isGreaterThan(Duration.ofMinutes(5));
    }

    private static KeySchedule schedule(long... days) {
        List<KeyFile> files = Arrays.stream(days).mapToObj(KeyScheduleTest::key).toList();
        return new KeySchedule(files);
    }

    private static KeyFile key(long day) {
        return new KeyFile(Path.of(day + ".pem"), ANY, at(day), at(day));
    }

    private static Instant at(long day) {
        return START.plus(Duration.ofDays(day));
    }
}
