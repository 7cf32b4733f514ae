package dev.quayside.catalog.collection;

import java.time.Instant;
import java.util.UUID;

/**
 * A collection as everybody sees it.
 *
 * @param madeBy hand or rule; one made by hand has an order
 */
public record ListedCollection(
        UUID id, String slug, String title, String description, String madeBy, Instant createdAt, Instant updatedAt) {}
