package dev.quayside.catalog.review;

import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.page.ListSql.Column;
import dev.quayside.kit.page.ListSql.Kind;
import dev.quayside.kit.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of reviews. They are changed under a lock on the product's row. */
@ApplicationScoped
class ReviewRepository {
    private static final Map<String, Column> SORTS = Map.of(
            "createdAt", new Column("r.created_at", Kind.TIME),
            "updatedAt", new Column("r.updated_at", Kind.TIME),
            "rating", new Column("r.rating", Kind.NUMBER),
            "helpful", new Column("r.helpful", Kind.NUMBER));
    private static final String FROM = "from product_reviews r join products p on p.id = r.product_id";
    /** A customer's, also of deleted products, in one statement: a product that is deleted meanwhile is in one of the two. */
    private static final String FROM_EVERYWHERE = """
            from (
                select r.*, p.slug as product_slug, p.title as product_name
                from product_reviews r join products p on p.id = r.product_id where r.customer_id = :customer
                union all
                select r.*, d.slug, d.title
                from deleted_products d cross join jsonb_array_elements(d.content) as t(part)
                cross join jsonb_populate_recordset(cast(null as product_reviews),
                    case t.part ->> 'table' when 'product_reviews' then t.part -> 'rows' else '[]' end) r
                where r.customer_id = :customer and d.content @> jsonb_build_array(jsonb_build_object(
                    'table', 'product_reviews',
                    'rows', jsonb_build_array(jsonb_build_object('customer_id', cast(:customer as text)))))) r
            cross join lateral (select r.product_slug as slug, r.product_name as title) p""";

    private static final String COLUMNS = """
            r.id, r.product_id, p.slug, p.title as product_title, r.customer_id, r.rating, r.title, r.body, r.author, r.status, r.reason,
            r.answer, r.answered_at, r.helpful, r.version, r.created_at, r.updated_at""";

    private final EntityManager database;

    ReviewRepository(EntityManager database) {
        this.database = database;
    }

    Page<ReviewView> list(ListQuery query, UriInfo uri) {
        return list(query, new ListSql(query, SORTS, "r.id"), uri, Function.identity());
    }

    Page<OwnReview> listOf(UUID customer, ListQuery query, UriInfo uri) {
        ListSql list = new ListSql(query, SORTS, "r.id").where("r.customer_id = :owner", "owner", customer);
        return list(query, list, uri, OwnReview::of);
    }

    /** What the condition compares with is written out: the indexes are of these rows alone. */
    Page<PublishedReview> listPublished(UUID product, ListQuery query, UriInfo uri) {
        ListSql list = new ListSql(query, SORTS, "r.id")
                .where("r.status = 'published'", Map.of())
                .where("r.product_id = :of", "of", product);
        return list(query, list, uri, PublishedReview::of);
    }

    private <T> Page<T> list(ListQuery query, ListSql list, UriInfo uri, Function<ReviewView, T> view) {
        new ReviewFilters(query.filters()).addTo(list);
        List<Tuple> rows = list.rows(database, COLUMNS, FROM);
        Page<Tuple> page = query.page(rows, list.total(database, FROM), list::cursor, uri);
        return new Page<>(
                page.data().stream().map(ReviewRepository::view).map(view).toList(), page.page());
    }

    Optional<ReviewView> find(UUID id) {
        return one("r.id = :id", Map.of("id", id));
    }

    Optional<ReviewView> find(UUID product, UUID customer) {
        return one(
                "r.product_id = :product and r.customer_id = :customer",
                Map.of("product", product, "customer", customer));
    }

    /** Up to so many of a customer's reviews after an id, by id; those of deleted products too, as long as these can be restored. */
    List<ReviewView> after(UUID customer, UUID id, int most) {
        Query query = database.createNativeQuery(
                        "select " + COLUMNS + " " + FROM_EVERYWHERE + " where r.id > :id order by r.id limit :most",
                        Tuple.class)
                .setParameter("customer", customer)
                .setParameter("id", id)
                .setParameter("most", most);
        return ListSql.tuples(query).stream().map(ReviewRepository::view).toList();
    }

    /** Writes a new review, of version 1. */
    void insert(NewReview review, ReviewRequest content, ReviewStatus status, Instant now) {
        write("""
                insert into product_reviews
                    (id, product_id, customer_id, rating, title, body, author, status, version, created_at, updated_at)
                values (:id, :product, :customer, :rating, cast(:title as text), cast(:body as text), :author, :status, 1, :now, :now)""", content)
                .setParameter("id", review.id())
                .setParameter("product", review.product())
                .setParameter("customer", review.customer())
                .setParameter("status", status.text())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Writes what its author says now. */
    void rewrite(UUID id, ReviewRequest content, ReviewStatus status, Instant now) {
        write("""
                update product_reviews set rating = :rating, title = cast(:title as text), body = cast(:body as text), author = :author,
                    status = :status, reason = null,
                    version = version + 1, updated_at = :now
                where id = :id""", content)
                .setParameter("id", id)
                .setParameter("status", status.text())
                .setParameter("now", now)
                .executeUpdate();
    }

    void moderate(UUID id, ReviewStatus status, @Nullable String reason, Instant now) {
        database.createNativeQuery("""
                        update product_reviews set status = :status, reason = cast(:reason as text), version = version + 1, updated_at = :now
                        where id = :id""")
                .setParameter("id", id)
                .setParameter("status", status.text())
                .setParameter("reason", reason)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Sets the shop's answer, or takes it away. */
    void answer(UUID id, @Nullable String text, Instant now) {
        database.createNativeQuery("""
                        update product_reviews set answer = cast(:answer as text),
                            answered_at = case when cast(:answer as text) is not null then cast(:now as timestamptz) end,
                            version = version + 1, updated_at = :now
                        where id = :id""")
                .setParameter("id", id)
                .setParameter("answer", text)
                .setParameter("now", now)
                .executeUpdate();
    }

    void delete(UUID id) {
        database.createNativeQuery("delete from product_reviews where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** From now on what this customer says of this product waits for staff, also when it is written anew. */
    void refuse(UUID product, UUID customer) {
        refusal(
                        "insert into review_refusals (product_id, customer_id) values (:product, :customer) on conflict do nothing",
                        product,
                        customer)
                .executeUpdate();
    }

    /** It no longer does. */
    void forgive(UUID product, UUID customer) {
        refusal(
                        "delete from review_refusals where product_id = :product and customer_id = :customer",
                        product,
                        customer)
                .executeUpdate();
    }

    boolean isRefused(UUID product, UUID customer) {
        return !refusal(
                        "select 1 from review_refusals where product_id = :product and customer_id = :customer",
                        product,
                        customer)
                .getResultList()
                .isEmpty();
    }

    private Query refusal(String sql, UUID product, UUID customer) {
        return database.createNativeQuery(sql).setParameter("product", product).setParameter("customer", customer);
    }

    private Query write(String sql, ReviewRequest content) {
        return database.createNativeQuery(sql)
                .setParameter("rating", content.rating())
                .setParameter("title", content.title())
                .setParameter("body", content.text())
                .setParameter("author", content.author());
    }

    private Optional<ReviewView> one(String condition, Map<String, ?> parameters) {
        Query query = database.createNativeQuery("select " + COLUMNS + " " + FROM + " where " + condition, Tuple.class);
        parameters.forEach(query::setParameter);
        return ListSql.tuples(query).stream().map(ReviewRepository::view).findFirst();
    }

    private static ReviewView view(Tuple row) {
        return new ReviewView(
                row.get("id", UUID.class),
                new ReviewedProduct(
                        row.get("product_id", UUID.class),
                        row.get("slug", String.class),
                        row.get("product_title", String.class)),
                row.get("customer_id", UUID.class),
                row.get("rating", Integer.class),
                row.get("title", String.class),
                row.get("body", String.class),
                row.get("author", String.class),
                ReviewStatus.of(row.get("status", String.class)),
                row.get("reason", String.class),
                answer(row),
                row.get("helpful", Integer.class),
                row.get("version", Long.class),
                row.get("created_at", Instant.class),
                row.get("updated_at", Instant.class));
    }

    private static @Nullable ShopAnswer answer(Tuple row) {
        String text = row.get("answer", String.class);
        return text == null ? null : new ShopAnswer(text, row.get("answered_at", Instant.class));
    }
}
