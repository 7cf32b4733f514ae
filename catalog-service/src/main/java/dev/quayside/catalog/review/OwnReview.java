package dev.quayside.catalog.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review as its author sees it.
 *
 * @param reason why it was rejected
 * @param helpful how many customers find it helpful
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnReview(
        UUID id,
        ReviewedProduct product,
        int rating,
        @Nullable String title,
        @Nullable String text,
        @Nullable String author,
        ReviewStatus status,
        @Nullable String reason,
        @Nullable ShopAnswer answer,
        int helpful,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static OwnReview of(ReviewView review) {
        return new OwnReview(
                review.id(),
                review.product(),
                review.rating(),
                review.title(),
                review.text(),
                review.author(),
                review.status(),
                review.reason(),
                review.answer(),
                review.helpful(),
                review.version(),
                review.createdAt(),
                review.updatedAt());
    }
}
