package dev.quayside.catalog.media;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An image of a product as staff see it.
 *
 * @param skus the variants that it shows; empty when it shows the product
 * @param position from 0
 * @param status {@code processing}, {@code ready} or {@code failed}
 * @param failure why it failed
 * @param hash SHA-256 of the file
 * @param width in pixels, as it is seen
 * @param bytes of the uploaded file
 * @param renditions empty until it is ready
 * @param version counts the changes; the ETag is made of it
 */
public record MediaView(
        UUID id,
        UUID productId,
        String alt,
        List<String> skus,
        int position,
        FileStatus status,
        @Nullable String failure,
        String hash,
        String format,
        int width,
        int height,
        long bytes,
        List<RenditionView> renditions,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
