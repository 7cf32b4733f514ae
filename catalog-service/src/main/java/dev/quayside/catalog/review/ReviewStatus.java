package dev.quayside.catalog.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who sees a review, and whether it counts. */
public enum ReviewStatus {
    /** Its author and staff see it; it waits for staff. */
    PENDING,
    /** Everybody sees it, and it counts. */
    PUBLISHED,
    /** Its author and staff see it, with the reason. */
    REJECTED;

    static final String KNOWN = "pending|published|rejected";

    /** The status as it is stored and sent. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ReviewStatus of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** That of a new review; whose last one staff has refused waits. */
    static ReviewStatus first(ReviewPolicy policy, boolean refused) {
        return policy.publishAtOnce() && !refused ? PUBLISHED : PENDING;
    }

    /** What it becomes when its author changes it: who was rejected, or waits, does not get past staff by another change. */
    ReviewStatus edited(ReviewPolicy policy) {
        return switch (this) {
            case PUBLISHED -> first(policy, false);
            case PENDING, REJECTED -> PENDING;
        };
    }
}
