package dev.quayside.catalog.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review as staff see it.
 *
 * @param customerId whose it is; nobody's once the person is erased, and then without an author too
 * @param reason why it was rejected
 * @param helpful how many customers find it helpful
 * @param version counts the changes of the review, not the votes; the ETag is made of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewView(
        UUID id,
        ReviewedProduct product,
        @Nullable UUID customerId,
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

    /** The stars that count; 0 while it does not count. */
    int counted() {
        return status == ReviewStatus.PUBLISHED ? rating : 0;
    }

    boolean says(ReviewRequest request) {
        return rating == request.rating()
                && Objects.equals(title, request.title())
                && Objects.equals(text, request.text())
                && Objects.equals(author, request.author());
    }
}
