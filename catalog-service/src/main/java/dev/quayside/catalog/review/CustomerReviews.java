package dev.quayside.catalog.review;

import dev.quayside.catalog.trash.Trash;
import dev.quayside.kit.page.ListSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;

/** All reviews of one customer, for whoever looks after a person's data. */
@ApplicationScoped
public class CustomerReviews {
    private final ReviewRepository reviews;
    private final Trash trash;
    private final EntityManager database;

    CustomerReviews(ReviewRepository reviews, Trash trash, EntityManager database) {
        this.reviews = reviews;
        this.trash = trash;
        this.database = database;
    }

    /** Up to so many of a customer's reviews after an id, by id. */
    @Transactional(TxType.MANDATORY)
    public List<OwnReview> after(UUID customer, UUID id, int most) {
        return reviews.after(customer, id, most).stream().map(OwnReview::of).toList();
    }

    /** Up to so many of a customer's votes after a review's id, by it; for reviews of deleted products too, as long as these are kept. */
    @Transactional(TxType.MANDATORY)
    public List<GivenVote> votesAfter(UUID customer, UUID review, int most) {
        Query query = database.createNativeQuery("""
                        select v.review_id, v.product_id, v.slug, v.title from (
                            select v.review_id, p.id as product_id, p.slug, p.title
                            from review_votes v join product_reviews r on r.id = v.review_id join products p on p.id = r.product_id
                            where v.customer_id = :customer
                            union all
                            select v.review_id, d.product_id, d.slug, d.title
                            from deleted_products d cross join jsonb_array_elements(d.content) as t(part)
                            cross join jsonb_populate_recordset(cast(null as review_votes),
                                case t.part ->> 'table' when 'review_votes' then t.part -> 'rows' else '[]' end) v
                            where v.customer_id = :customer and d.content @> jsonb_build_array(jsonb_build_object(
                                'table', 'review_votes',
                                'rows', jsonb_build_array(jsonb_build_object('customer_id', cast(:customer as text)))))) v
                        where v.review_id > :review order by v.review_id limit :most""", Tuple.class)
                .setParameter("customer", customer)
                .setParameter("review", review)
                .setParameter("most", most);
        return ListSql.tuples(query).stream()
                .map(row -> new GivenVote(
                        row.get("review_id", UUID.class),
                        new ReviewedProduct(
                                row.get("product_id", UUID.class),
                                row.get("slug", String.class),
                                row.get("title", String.class))))
                .toList();
    }

    /**
     * Takes the person out of what a customer has said: reviews lose name and owner and still count, votes become nobody's. Those of
     * deleted products, which could be restored, too. How many reviews that were, of products that are there.
     *
     * <p>The products are locked first, so that none is deleted or comes back between the two.
     */
    @Transactional(TxType.MANDATORY)
    public int erase(UUID customer) {
        database.createNativeQuery("""
                        select p.id from products p where p.id in (
                            select r.product_id from product_reviews r where r.customer_id = :customer
                            union select r.product_id from review_votes v join product_reviews r on r.id = v.review_id
                            where v.customer_id = :customer)
                        order by p.id for no key update""").setParameter("customer", customer).getResultList();
        trash.overwrite("product_reviews", customer, "{\"customer_id\": null, \"author\": null}");
        trash.overwrite("review_votes", customer, "{\"customer_id\": \"%s\"}".formatted(UUID.randomUUID()));
        trash.overwrite("review_refusals", customer, "{\"customer_id\": \"%s\"}".formatted(UUID.randomUUID()));
        database.createNativeQuery("delete from review_refusals where customer_id = :customer")
                .setParameter("customer", customer)
                .executeUpdate();
        int erased = database.createNativeQuery("""
                        update product_reviews set customer_id = null, author = null, version = version + 1
                        where customer_id = :customer""")
                .setParameter("customer", customer)
                .executeUpdate();
        database.createNativeQuery(
                        "update review_votes set customer_id = gen_random_uuid() where customer_id = :customer")
                .setParameter("customer", customer)
                .executeUpdate();
        return erased;
    }
}
