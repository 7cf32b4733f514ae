package dev.quayside.catalog.collection;

import dev.quayside.catalog.Shape;
import dev.quayside.catalog.cache.Announcements;
import dev.quayside.catalog.cache.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which products are in which collection. */
@ApplicationScoped
public class Members {
    static final int MOST_BY_HAND = 1000;

    private static final String APPLY = """
            with taken as (
                select c.id as collection_id, p.id as product_id
                from collections c cross join products p
                where c.rule is not null and (cast(:collection as uuid) is null or c.id = cast(:collection as uuid))
                    and p.id = any(:products) and rule_takes(c.rule, p.id, p.brand, p.tags, p.attributes, :now)),
            left_out as (
                delete from collection_products m using collections c
                where c.id = m.collection_id and c.rule is not null
                    and (cast(:collection as uuid) is null or c.id = cast(:collection as uuid))
                    and m.product_id = any(:products)
                    and not exists (
                        select 1 from taken t where t.collection_id = m.collection_id and t.product_id = m.product_id))
            insert into collection_products (collection_id, product_id, position)
            select collection_id, product_id, 0 from taken order by collection_id, product_id
            on conflict on constraint collection_products_pk do nothing""";

    private final EntityManager database;
    private final Shape shape;
    private final Announcements announcements;

    Members(EntityManager database, Shape shape, Announcements announcements) {
        this.database = database;
        this.shape = shape;
        this.announcements = announcements;
    }

    /** Puts products, whose rows are locked, into the collections whose rules take them at a moment, and out of the others. */
    @Transactional(TxType.MANDATORY)
    public void apply(UUID[] products, Instant now) {
        shape.use();
        apply(null, products, now);
    }

    /** Applies one collection's rule to the next products after an id; the last of them, or null when there are no more. */
    @Nullable
    UUID fill(UUID collection, UUID after, int batch, Instant now) {
        // A product that is being changed is waited for: its change may have been filed by the rule of before.
        List<UUID> products = ids(database.createNativeQuery(
                        "select id from products where id > :after order by id limit :batch for share")
                .setParameter("after", after)
                .setParameter("batch", batch));
        if (!products.isEmpty()) {
            apply(collection, products.toArray(UUID[]::new), now);
            announcements.announce(Set.of(Keys.COLLECTIONS));
        }
        return products.size() < batch ? null : products.get(batch - 1);
    }

    private void apply(@Nullable UUID collection, UUID[] products, Instant now) {
        database.createNativeQuery(APPLY)
                .setParameter("collection", collection == null ? null : collection.toString())
                .setParameter("products", products)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Takes all products out. */
    void clear(UUID collection) {
        database.createNativeQuery("delete from collection_products where collection_id = :collection")
                .setParameter("collection", collection)
                .executeUpdate();
    }

    /** Makes these the products, in this order; the slugs that are no product's are answered, and then nothing is to stay. */
    List<String> put(UUID collection, List<String> slugs) {
        clear(collection);
        database.createNativeQuery("""
                        insert into collection_products (collection_id, product_id, position)
                        select :collection, p.id, s.place - 1
                        from unnest(cast(:slugs as text[])) with ordinality as s(slug, place) join products p on p.slug = s.slug
                        -- One that is being deleted is waited for, and then it is no product.
                        order by p.id for key share of p""")
                .setParameter("collection", collection)
                .setParameter("slugs", slugs.toArray(String[]::new))
                .executeUpdate();
        List<?> unknown = database.createNativeQuery("""
                        select s.slug from unnest(cast(:slugs as text[])) as s(slug)
                        where not exists (select 1 from products p where p.slug = s.slug)""")
                .setParameter("slugs", slugs.toArray(String[]::new))
                .getResultList();
        return unknown.stream().map(String.class::cast).toList();
    }

    /** The slugs of those that are in it by hand, in their order. */
    List<String> slugs(UUID collection) {
        List<?> slugs = database.createNativeQuery("""
                        select p.slug from collection_products m join products p on p.id = m.product_id
                        where m.collection_id = :collection order by m.position, m.product_id limit :most""")
                .setParameter("collection", collection)
                .setParameter("most", MOST_BY_HAND)
                .getResultList();
        return slugs.stream().map(String.class::cast).toList();
    }

    /** How many collections are made by a rule. */
    long rules() {
        return ((Number) database.createNativeQuery("select count(*) from collections where rule is not null")
                        .getSingleResult())
                .longValue();
    }

    /** Those slugs that are no category's. */
    List<String> unknownCategories(List<String> slugs) {
        List<?> unknown = database.createNativeQuery("""
                        select s.slug from unnest(cast(:slugs as text[])) as s(slug)
                        where not exists (select 1 from categories c where c.slug = s.slug)""")
                .setParameter("slugs", slugs.toArray(String[]::new))
                .getResultList();
        return unknown.stream().map(String.class::cast).toList();
    }

    private static List<UUID> ids(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }
}
