package dev.quayside.catalog.review;

import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;

/** Reviews for shoppers. */
@ApplicationScoped
class PublishedReviews {
    private final Products products;
    private final ReviewRepository reviews;

    PublishedReviews(Products products, ReviewRepository reviews) {
        this.products = products;
        this.reviews = reviews;
    }

    /** A page of a product's published reviews; 404 {@code product_not_found} when it is not sold. */
    @Transactional
    ReviewPage list(String idOrSlug, UriInfo uri) {
        ListQuery query = ListQuery.parse(uri, ReviewFilters.PUBLISHED);
        Products.Found product = products.find(idOrSlug)
                .filter(Products.Found::onSale)
                .orElseThrow(() -> OwnReviews.noProduct(idOrSlug));
        Page<PublishedReview> page = reviews.listPublished(product.id(), query, uri);
        return new ReviewPage(page.data(), page.page(), product.summary());
    }
}
