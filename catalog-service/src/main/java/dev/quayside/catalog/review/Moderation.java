package dev.quayside.catalog.review;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.Contended;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.http.EntityTags;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What staff do with reviews. A verdict is about what was read: the author may have changed it meanwhile, and then it is a 412. */
@ApplicationScoped
class Moderation {
    private final ReviewRepository reviews;
    private final Products products;
    private final Ratings ratings;
    private final AuditTrail trail;
    private final Clock clock;

    Moderation(ReviewRepository reviews, Products products, Ratings ratings, AuditTrail trail, Clock clock) {
        this.reviews = reviews;
        this.products = products;
        this.ratings = ratings;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    Page<ReviewView> list(UriInfo uri) {
        return reviews.list(ListQuery.parse(uri, ReviewFilters.STAFF), uri);
    }

    /** One review; 404 {@code review_not_found}. */
    @Transactional
    ReviewView get(UUID id) {
        return there(id);
    }

    /** Shows a review to everybody. */
    ReviewView approve(UUID id, @Nullable String ifMatch) {
        return change(id, ifMatch, "review.approved", before -> {
            if (before.status() != ReviewStatus.PUBLISHED) {
                reviews.moderate(id, ReviewStatus.PUBLISHED, null, now());
                author(before)
                        .ifPresent(author -> reviews.forgive(before.product().id(), author));
            }
        });
    }

    /** Shows a review to its author alone, with the reason. */
    ReviewView reject(UUID id, @Nullable String ifMatch, String reason) {
        return change(id, ifMatch, "review.rejected", before -> {
            if (!reason.equals(before.reason())) {
                reviews.moderate(id, ReviewStatus.REJECTED, reason, now());
                author(before)
                        .ifPresent(author -> reviews.refuse(before.product().id(), author));
            }
        });
    }

    /** Sets the shop's answer. */
    ReviewView answer(UUID id, @Nullable String ifMatch, String text) {
        return change(id, ifMatch, "review.answered", before -> {
            ShopAnswer there = before.answer();
            if (there == null || !there.text().equals(text)) {
                reviews.answer(id, text, now());
            }
        });
    }

    /** Takes the shop's answer away, if there is one. */
    ReviewView withdrawAnswer(UUID id, @Nullable String ifMatch) {
        return change(id, ifMatch == null ? "*" : ifMatch, "review.answer_withdrawn", before -> {
            if (before.answer() != null) {
                reviews.answer(id, null, now());
            }
        });
    }

    /** Removes a review for good, with its votes. */
    void delete(UUID id, @Nullable String ifMatch) {
        Contended.transaction(() -> {
            ReviewView gone = locked(id);
            EntityTags.requireMatch(ifMatch == null ? "*" : ifMatch, gone.version(), gone);
            reviews.delete(id);
            author(gone).ifPresent(author -> reviews.refuse(gone.product().id(), author));
            ratings.count(gone.product().id(), gone.counted(), 0);
            trail.record("review.deleted", Subject.of("review", id), AuditedReview.of(gone), null);
            return gone;
        });
    }

    private ReviewView change(UUID id, @Nullable String ifMatch, String action, Consumer<ReviewView> change) {
        return Contended.transaction(() -> {
            ReviewView before = locked(id);
            EntityTags.requireMatch(ifMatch, before.version(), before);
            change.accept(before);
            ReviewView after = there(id);
            ratings.count(after.product().id(), before.counted(), after.counted());
            trail.record(action, Subject.of("review", id), AuditedReview.of(before), AuditedReview.of(after));
            return after;
        });
    }

    /** Read again once its product is locked: it may have changed, or gone, meanwhile. */
    private ReviewView locked(UUID id) {
        products.lock(there(id).product().id());
        return there(id);
    }

    private static Optional<UUID> author(ReviewView review) {
        return Optional.ofNullable(review.customerId());
    }

    private ReviewView there(UUID id) {
        return reviews.find(id)
                .orElseThrow(() -> new ProblemException(CatalogProblem.REVIEW_NOT_FOUND, "no review has the id " + id));
    }

    private Instant now() {
        return clock.instant();
    }
}
