package dev.quayside.kit.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuntimeBeansTest {
    private final Clock clock = new RuntimeBeans().clock();

    @Test
    void clockTellsWholeMicroseconds() {
        assertThat(Stream.generate(clock::instant).limit(100))
                .allMatch(instant -> instant.equals(instant.truncatedTo(ChronoUnit.MICROS)));
    }

    @Test
    void clockTellsMillisecondsAndItsZone() {
        assertThat(clock.millis()).isPositive();
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(clock.withZone(ZoneOffset.MAX).getZone()).isEqualTo(ZoneOffset.MAX);
    }
}
