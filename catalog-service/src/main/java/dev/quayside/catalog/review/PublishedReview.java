package dev.quayside.catalog.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review as everybody sees it; who wrote it has bought the product.
 *
 * @param author not there when the person was erased
 * @param helpful how many customers find it helpful
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PublishedReview(
        UUID id,
        int rating,
        @Nullable String title,
        @Nullable String text,
        @Nullable String author,
        @Nullable ShopAnswer answer,
        int helpful,
        Instant createdAt,
        Instant updatedAt) {

    static PublishedReview of(ReviewView review) {
        return new PublishedReview(
                review.id(),
                review.rating(),
                review.title(),
                review.text(),
                review.author(),
                review.answer(),
                review.helpful(),
                review.createdAt(),
                review.updatedAt());
    }
}
