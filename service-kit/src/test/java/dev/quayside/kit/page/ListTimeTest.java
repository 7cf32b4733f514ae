package dev.quayside.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00Z, 2026-01-31T12:00:00Z",
        "2026-01-31T12:00:00.123456Z, 2026-01-31T12:00:00.123456Z",
        "2026-01-31, 2026-01-31T00:00:00Z",
        "0001-01-01, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z",
    })
    void timesAndDaysAreTaken(String text, Instant time) {
        assertThat(ListTime.filter("createdAt[gte]", text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-02-30",
                "2026-01-31T12:00:00",
                "0000-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
            })
    void whatNoColumnCanHoldIsRefused(String text) {
        assertThatThrownBy(() -> ListTime.filter("createdAt[gte]", text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(CommonProblem.INVALID_PARAMETER))
                .hasMessageContaining("createdAt[gte]");
        assertThatThrownBy(() -> new Cursor("-createdAt", text, new UUID(0, 0)).time())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cursor");
    }

    @Test
    void aCursorGivesItsTimeBack() {
        Instant time = Instant.parse("2026-01-31T12:00:00.123456Z");
        assertThat(new Cursor("-createdAt", time.toString(), new UUID(0, 0)).time())
                .isEqualTo(time);
    }
}
