package dev.quayside.catalog.review;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.Contended;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.UUID;

/** Who finds which review helpful. A vote and the count of it are written together, under a lock on the review. */
@ApplicationScoped
class Votes {
    private final EntityManager database;

    Votes(EntityManager database) {
        this.database = database;
    }

    /** A customer finds a review helpful; once more changes nothing. 409 {@code own_review}, 404 {@code review_not_found}. */
    VoteView give(UUID review, UUID customer) {
        return Contended.transaction(() -> {
            lock(review, customer);
            return counted(
                    review,
                    true,
                    database.createNativeQuery(
                                    "insert into review_votes (review_id, customer_id) values (:review, :customer) on conflict do nothing")
                            .setParameter("review", review)
                            .setParameter("customer", customer)
                            .executeUpdate());
        });
    }

    /** A customer no longer does. */
    VoteView takeBack(UUID review, UUID customer) {
        return Contended.transaction(() -> {
            lock(review, customer);
            return counted(
                    review,
                    false,
                    -database.createNativeQuery(
                                    "delete from review_votes where review_id = :review and customer_id = :customer")
                            .setParameter("review", review)
                            .setParameter("customer", customer)
                            .executeUpdate());
        });
    }

    /** The product first: a deletion that has begun must not keep the count without the vote. */
    private void lock(UUID review, UUID customer) {
        database.createNativeQuery(
                        "select p.id from products p join product_reviews r on r.product_id = p.id where r.id = :review for share of p")
                .setParameter("review", review)
                .getResultList();
        Tuple row = ListSql.tuples(database.createNativeQuery("""
                                select customer_id from product_reviews where id = :review and status = 'published' for no key update""", Tuple.class).setParameter("review", review)).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        CatalogProblem.REVIEW_NOT_FOUND, "no published review has the id " + review));
        if (customer.equals(row.get("customer_id", UUID.class))) {
            throw new ProblemException(CatalogProblem.OWN_REVIEW, "others say whether your review is helpful");
        }
    }

    private VoteView counted(UUID review, boolean voted, int votes) {
        Number helpful = (Number) database.createNativeQuery(
                        "update product_reviews set helpful = helpful + :votes where id = :review returning helpful")
                .setParameter("votes", votes)
                .setParameter("review", review)
                .getSingleResult();
        return new VoteView(helpful.intValue(), voted);
    }
}
