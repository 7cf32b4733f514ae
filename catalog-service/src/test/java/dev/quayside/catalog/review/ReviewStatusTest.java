package dev.quayside.catalog.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewStatusTest {
    @ParameterizedTest(name = "{1} in a shop that publishes at once: {0}")
    @CsvSource({
        "true, PUBLISHED, PUBLISHED",
        "true, PENDING, PENDING",
        "true, REJECTED, PENDING",
        "false, PUBLISHED, PENDING",
        "false, PENDING, PENDING",
        "false, REJECTED, PENDING",
    })
    void noChangeGetsPastAVerdict(boolean publishAtOnce, ReviewStatus before, ReviewStatus after) {
        assertThat(before.edited(new ReviewPolicy(publishAtOnce))).isEqualTo(after);
    }
}
