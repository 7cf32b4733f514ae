package dev.quayside.catalog.people;

import dev.quayside.catalog.Contended;
import dev.quayside.catalog.review.CustomerReviews;
import dev.quayside.catalog.review.GivenVote;
import dev.quayside.catalog.review.OwnReview;
import dev.quayside.kit.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Exports and erases what is kept about a person. */
@ApplicationScoped
class PeopleService {
    private static final int ROWS = 100;
    private static final UUID START = new UUID(0, 0);

    private final CustomerReviews reviews;

    PeopleService(CustomerReviews reviews) {
        this.reviews = reviews;
    }

    Affected erase(UUID customer) {
        return Contended.transaction(() -> new Affected(reviews.erase(customer)));
    }

    @Transactional
    Page<OwnReview> export(UUID customer, @Nullable UUID after) {
        return page(reviews.after(customer, after == null ? START : after, ROWS), OwnReview::id);
    }

    @Transactional
    Page<GivenVote> votes(UUID customer, @Nullable UUID after) {
        return page(reviews.votesAfter(customer, after == null ? START : after, ROWS), GivenVote::reviewId);
    }

    private static <T> Page<T> page(List<T> rows, Function<T, UUID> id) {
        String next = rows.size() < ROWS ? null : id.apply(rows.get(ROWS - 1)).toString();
        return new Page<>(rows, new Page.Info(ROWS, null, null, next));
    }
}
