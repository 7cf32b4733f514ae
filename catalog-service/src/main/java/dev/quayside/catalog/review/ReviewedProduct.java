package dev.quayside.catalog.review;

import java.util.UUID;

/** The product that a review is about, by the slug and the title that it has now. */
record ReviewedProduct(UUID id, String slug, String title) {}
