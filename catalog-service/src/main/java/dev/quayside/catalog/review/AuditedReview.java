package dev.quayside.catalog.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review in the log of changes, which outlives the erasure of a person: without whose it is, and without what that person wrote.
 *
 * @param answer the shop's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditedReview(
        UUID productId,
        int rating,
        ReviewStatus status,
        @Nullable String reason,
        @Nullable String answer) {
    static AuditedReview of(ReviewView review) {
        ShopAnswer answer = review.answer();
        return new AuditedReview(
                review.product().id(),
                review.rating(),
                review.status(),
                review.reason(),
                answer == null ? null : answer.text());
    }
}
