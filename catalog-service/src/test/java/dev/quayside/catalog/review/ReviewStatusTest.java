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

    @ParameterizedTest(name = "publishes at once: {0}, refused before: {1}")
    @CsvSource({"true, false, PUBLISHED", "true, true, PENDING", "false, false, PENDING", "false, true, PENDING"})
    void aNewReviewOfWhoWasRefusedWaits(boolean publishAtOnce, boolean refused, ReviewStatus first) {
        assertThat(ReviewStatus.first(new ReviewPolicy(publishAtOnce), refused)).isEqualTo(first);
    }
}
