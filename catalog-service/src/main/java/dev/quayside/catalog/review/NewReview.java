package dev.quayside.catalog.review;

import java.util.UUID;

/** Which review it is, of which product and by whom. */
record NewReview(UUID id, UUID product, UUID customer) {}
