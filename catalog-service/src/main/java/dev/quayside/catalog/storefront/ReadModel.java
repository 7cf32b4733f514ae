package dev.quayside.catalog.storefront;

import dev.quayside.catalog.price.PriceBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Writes the storefront's rows, in the transaction of the change.
 *
 * <p>The product's row is locked in a statement of its own before its storefront rows are computed: two transactions that sell out two
 * variants of one product at once must not each miss what the other did.
 */
@ApplicationScoped
public class ReadModel {
    private static final String WRITE = """
            insert into storefront_products
                (product_id, currency, slug, title_key, search, categories, price, in_stock, created_at, body)
            select p.id, o.currency, p.slug, left(fold(p.title), 200), fold(p.title || ' ' || o.skus), c.slugs, o.price, o.in_stock,
                p.created_at,
                -- Nothing in it is null; stripping writes it without white space.
                json_strip_nulls(json_build_object(
                    'id', p.id, 'slug', p.slug, 'title', p.title, 'description', p.description,
                    'price', json_build_object('amount', o.price, 'currency', o.currency),
                    'inStock', o.in_stock, 'categories', c.slugs, 'variants', o.variants,
                    'media', storefront_media(p.id, 50),
                    'createdAt', to_char(p.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                    'updatedAt', to_char(p.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))
            from products p
            cross join lateral (
                select r.currency, min(e.price) as price, bool_or(s.on_hand > s.reserved) as in_stock,
                    string_agg(v.sku, ' ' order by v.position) as skus,
                    json_agg(json_build_object('id', v.id, 'sku', v.sku, 'options', v.options,
                        'price', json_build_object('amount', e.price, 'currency', r.currency),
                        'inStock', s.on_hand > s.reserved) order by v.position) as variants
                from variants v
                join prices r on r.variant_id = v.id
                join stock_levels s on s.sku = v.sku
                cross join lateral (
                    select effective_price(r.amount, r.sale_amount, r.sale_starts_at, r.sale_ends_at, :now) as price) e
                where v.product_id = p.id
                group by r.currency) o
            cross join lateral (
                select coalesce(array_agg(k.slug order by pc.position), '{}') as slugs
                from product_categories pc join categories k on k.id = pc.category_id
                where pc.product_id = p.id) c
            where p.id = any(:products) and is_public(p.status, p.publish_at, :now)""";

    private final EntityManager database;
    private final PriceBook prices;
    private final Clock clock;

    ReadModel(EntityManager database, PriceBook prices, Clock clock) {
        this.database = database;
        this.prices = prices;
        this.clock = clock;
    }

    /** Brings the rows of a product up to date after a change of its own. */
    @Transactional(TxType.MANDATORY)
    public void productChanged(UUID product) {
        rewrite(List.of(product));
    }

    /** Brings the rows of many products up to date, as after a change of each. */
    @Transactional(TxType.MANDATORY)
    public void productsChanged(List<UUID> products) {
        rewrite(products);
    }

    /** Brings the rows of the products of skus up to date that came into stock or ran out. */
    @Transactional(TxType.MANDATORY)
    public void stockStateChanged(Collection<String> skus) {
        if (!skus.isEmpty()) {
            rewrite(productsOf(skus));
        }
    }

    private List<UUID> productsOf(Collection<String> skus) {
        return ids(database.createNativeQuery(
                        "select distinct product_id from variants where sku = any(:skus)", UUID.class)
                .setParameter("skus", skus.toArray(String[]::new)));
    }

    private void rewrite(List<UUID> products) {
        if (products.isEmpty()) {
            return;
        }
        UUID[] ids = products.toArray(UUID[]::new);
        ids(database.createNativeQuery(
                        "select id from products where id = any(:products) order by id for no key update", UUID.class)
                .setParameter("products", ids));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        prices.settle(ids, now);
        database.createNativeQuery("delete from storefront_products where product_id = any(:products)")
                .setParameter("products", ids)
                .executeUpdate();
        database.createNativeQuery(WRITE)
                .setParameter("products", ids)
                .setParameter("now", now)
                .executeUpdate();
    }

    private static List<UUID> ids(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }
}
