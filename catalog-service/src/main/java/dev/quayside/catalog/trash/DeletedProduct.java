package dev.quayside.catalog.trash;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A product that was deleted.
 *
 * @param restorableUntil it is forgotten some time after that
 */
public record DeletedProduct(
        UUID id, String slug, String title, List<String> skus, Instant deletedAt, Instant restorableUntil) {}
