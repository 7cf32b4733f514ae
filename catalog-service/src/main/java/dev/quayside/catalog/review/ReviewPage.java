package dev.quayside.catalog.review;

import dev.quayside.kit.page.Page;
import java.util.List;

/**
 * A page of a product's published reviews.
 *
 * @param summary of all of them, whatever the list is narrowed to
 */
record ReviewPage(List<PublishedReview> data, Page.Info page, RatingSummary summary) {}
