package dev.quayside.catalog.review;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.Contended;
import dev.quayside.catalog.sales.Purchases;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.runtime.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What customers do with their own reviews. */
@ApplicationScoped
class OwnReviews {
    /** A review that was written, and whether it is a new one. */
    record Written(OwnReview review, boolean isNew) {}

    /** A product to be reviewed, and whether the customer has done so before. */
    private record Candidate(UUID product, List<String> skus, boolean reviewed) {}

    private final ReviewRepository reviews;
    private final Products products;
    private final Ratings ratings;
    private final Purchases purchases;
    private final ReviewPolicy policy;
    private final Clock clock;

    OwnReviews(
            ReviewRepository reviews,
            Products products,
            Ratings ratings,
            Purchases purchases,
            ReviewPolicy policy,
            Clock clock) {
        this.reviews = reviews;
        this.products = products;
        this.ratings = ratings;
        this.purchases = purchases;
        this.policy = policy;
        this.clock = clock;
    }

    @Transactional
    Page<OwnReview> list(UUID customer, UriInfo uri) {
        return reviews.listOf(customer, ListQuery.parse(uri, ReviewFilters.OWN), uri);
    }

    /** The customer's review of a product, whether shoppers see that product or not; 404 {@code review_not_found}. */
    @Transactional
    OwnReview get(UUID customer, String idOrSlug) {
        return products.find(idOrSlug)
                .flatMap(product -> reviews.find(product.id(), customer))
                .map(OwnReview::of)
                .orElseThrow(() -> none(idOrSlug));
    }

    /**
     * Writes a customer's review of a product, or writes it anew. Whoever has none yet must have bought the product: 403
     * {@code not_a_buyer}, and 503 while that cannot be told. It asks order-service, between two transactions.
     */
    Written write(UUID customer, String idOrSlug, ReviewRequest request) {
        Candidate candidate = Contended.transaction(() -> candidate(customer, idOrSlug));
        UUID product = candidate.product();
        if (!candidate.reviewed() && !purchases.hasBought(customer, product, candidate.skus())) {
            throw new ProblemException(
                    CatalogProblem.NOT_A_BUYER, "a review is written by who has a paid order with the product");
        }
        return Contended.transaction(() -> put(customer, product, request.trimmed()));
    }

    /** Takes a customer's review back; 404 {@code review_not_found}. */
    void delete(UUID customer, String idOrSlug) {
        Contended.transaction(() -> {
            UUID product = products.find(idOrSlug)
                    .map(Products.Found::id)
                    .filter(products::lock)
                    .orElseThrow(() -> none(idOrSlug));
            ReviewView gone = reviews.find(product, customer).orElseThrow(() -> none(idOrSlug));
            reviews.delete(gone.id());
            ratings.count(product, gone.counted(), 0);
            return gone;
        });
    }

    /** Whoever has reviewed a product can change that also when shoppers do not see the product any more. */
    private Candidate candidate(UUID customer, String idOrSlug) {
        Products.Found product = products.find(idOrSlug).orElseThrow(() -> noProduct(idOrSlug));
        boolean reviewed = reviews.find(product.id(), customer).isPresent();
        if (!reviewed && !product.onSale()) {
            throw noProduct(idOrSlug);
        }
        return new Candidate(product.id(), products.skus(product.id()), reviewed);
    }

    /** Two writes of one customer meet at the product's lock: the second finds what the first has written. */
    private Written put(UUID customer, UUID product, ReviewRequest request) {
        if (!products.lock(product)) {
            throw noProduct(product.toString());
        }
        Optional<ReviewView> there = reviews.find(product, customer);
        UUID id = there.map(ReviewView::id).orElseGet(Ids::next);
        if (there.isEmpty()) {
            ReviewStatus status = ReviewStatus.first(policy, reviews.isRefused(product, customer));
            reviews.insert(new NewReview(id, product, customer), request, status, now());
        } else if (!there.get().says(request)) {
            reviews.rewrite(id, request, there.get().status().edited(policy), now());
        }
        ReviewView written = reviews.find(id).orElseThrow();
        ratings.count(product, there.map(ReviewView::counted).orElse(0), written.counted());
        return new Written(OwnReview.of(written), there.isEmpty());
    }

    private Instant now() {
        return clock.instant();
    }

    static ProblemException noProduct(String idOrSlug) {
        return new ProblemException(CatalogProblem.PRODUCT_NOT_FOUND, idOrSlug + " is not for sale");
    }

    private static ProblemException none(String idOrSlug) {
        return new ProblemException(CatalogProblem.REVIEW_NOT_FOUND, "you have not reviewed " + idOrSlug);
    }
}
