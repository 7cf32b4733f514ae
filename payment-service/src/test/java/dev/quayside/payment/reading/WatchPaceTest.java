package dev.quayside.payment.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.payment.gateway.CaptureMethod;
import dev.quayside.payment.payment.Grant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchPaceTest {
    private static final Instant GIVEN = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // how long it has been watched, when its grant ends after that, how long it waits
        "PT0S, , PT10S",
        "PT1M, , PT1M",
        "PT2H, , PT5M",
        "PT1M, PT168H, PT1M",
        "PT40M, PT168H, PT40M",
        "PT100H, PT168H, PT1H",
        "PT167H30M, PT168H, PT30M10S",
        "PT168H, PT168H, PT10S",
        "PT168H2M, PT168H, PT2M",
        "PT200H, PT168H, PT5M",
    })
    void aGrantIsReadSeldomButAtLeastHourlyAndSoonAfterItsEnd(Duration age, @Nullable Duration end, Duration wait) {
        Clock now = Clock.fixed(GIVEN.plus(age), ZoneOffset.UTC);
        WatchPace pace = new WatchPace(now, Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofHours(1));
        Grant grant = new Grant(CaptureMethod.MANUAL, 1000, end == null ? null : GIVEN.plus(end));
        assertThat(pace.next(GIVEN, grant)).isEqualTo(wait);
    }
}
