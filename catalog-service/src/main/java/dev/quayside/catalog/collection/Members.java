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

    /** Words are compared without their case. In one statement: a function for each rule and product would cost more than all the rest. */
    private static final String APPLY = """
            with conditions as (
                select c.id as collection_id, c.rule ->> 'match' as match, x.condition
                from collections c cross join lateral jsonb_array_elements(c.rule -> 'conditions') as x(condition)
                where c.rule is not null and (cast(:collection as uuid) is null or c.id = cast(:collection as uuid))),
            held as (
                select x.collection_id, x.match, p.id as product_id, coalesce(case
                    when jsonb_exists(x.condition, 'category') then exists (
                        select 1 from product_categories pc join categories k on k.id = pc.category_id
                        where pc.product_id = p.id and k.path @> array[x.condition ->> 'category'])
                    when jsonb_exists(x.condition, 'tag') then exists (
                        select 1 from unnest(p.tags) as tag where lower(tag) = lower(x.condition ->> 'tag'))
                    when jsonb_exists(x.condition, 'brand') then lower(p.brand) = lower(x.condition ->> 'brand')
                    when jsonb_exists(x.condition, 'attribute') then exists (
                        select 1 from jsonb_array_elements(p.attributes) as a
                        where lower(a ->> 'name') = lower(x.condition -> 'attribute' ->> 'name')
                            and lower(a ->> 'value') = lower(x.condition -> 'attribute' ->> 'value'))
                    when jsonb_exists(x.condition, 'price') then (
                        select min(effective_price(r.amount, r.sale_amount, r.sale_starts_at, r.sale_ends_at, :now))
                            <@ int8range(cast(x.condition -> 'price' ->> 'gte' as bigint), cast(x.condition -> 'price' ->> 'lt' as bigint))
                        from variants v join prices r on r.variant_id = v.id
                        where v.product_id = p.id and r.currency = x.condition -> 'price' ->> 'currency')
                    end, false) as holds
                from conditions x cross join products p
                where p.id = any(:products)),
            taken as (
                select h.collection_id, h.product_id from held h group by h.collection_id, h.product_id, h.match
                having case h.match when 'all' then bool_and(h.holds) else bool_or(h.holds) end),
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
