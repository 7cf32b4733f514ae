package dev.quayside.catalog.review;

import java.util.UUID;

/** A review of somebody else that a customer finds helpful. */
public record GivenVote(UUID reviewId, ReviewedProduct product) {}
