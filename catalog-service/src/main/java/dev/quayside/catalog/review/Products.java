package dev.quayside.catalog.review;

import dev.quayside.catalog.Formats;
import dev.quayside.kit.page.ListSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the product that reviews are about. */
@ApplicationScoped
class Products {
    private static final int MOST_STARS = 5;

    /** By its id, its slug, or a slug that it had before, in that order, as the product's page finds it. */
    private static final String FIND = """
            select p.id, exists (select 1 from storefront_products s where s.product_id = p.id) as on_sale,
                coalesce(g.average, 0) as average, coalesce(g.reviews, 0) as reviews, coalesce(g.stars_1, 0) as stars_1,
                coalesce(g.stars_2, 0) as stars_2, coalesce(g.stars_3, 0) as stars_3, coalesce(g.stars_4, 0) as stars_4,
                coalesce(g.stars_5, 0) as stars_5
            from products p left join product_ratings g on g.product_id = p.id
            where p.slug = :slug or p.id = cast(:id as uuid) or p.id = (select o.product_id from product_slugs o where o.slug = :slug)
            order by p.id = cast(:id as uuid) desc nulls last, p.slug = :slug desc limit 1""";

    /**
     * A product.
     *
     * @param onSale whether shoppers see it
     */
    record Found(UUID id, boolean onSale, RatingSummary summary) {}

    private final EntityManager database;

    Products(EntityManager database) {
        this.database = database;
    }

    Optional<Found> find(String idOrSlug) {
        Query query = database.createNativeQuery(FIND, Tuple.class)
                .setParameter("slug", Formats.isSlug(idOrSlug) ? idOrSlug : "")
                .setParameter("id", Formats.id(idOrSlug).map(UUID::toString).orElse(null));
        return ListSql.tuples(query).stream().map(Products::found).findFirst();
    }

    /** What it is sold as. */
    List<String> skus(UUID product) {
        List<?> skus = database.createNativeQuery(
                        "select sku from variants where product_id = :product order by position")
                .setParameter("product", product)
                .getResultList();
        return skus.stream().map(String.class::cast).toList();
    }

    /** Locks a product's row against every other change of the product; false if there is none. */
    boolean lock(UUID product) {
        return !database.createNativeQuery("select 1 from products where id = :product for no key update")
                .setParameter("product", product)
                .getResultList()
                .isEmpty();
    }

    private static Found found(Tuple row) {
        Map<String, Integer> stars = new LinkedHashMap<>();
        for (int n = MOST_STARS; n > 0; n--) {
            stars.put(String.valueOf(n), row.get("stars_" + n, Integer.class));
        }
        int reviews = row.get("reviews", Integer.class);
        return new Found(
                row.get("id", UUID.class),
                row.get("on_sale", Boolean.class),
                new RatingSummary(average(row.get("average", Integer.class), reviews), reviews, stars));
    }

    private static @Nullable BigDecimal average(int hundredths, int reviews) {
        return reviews == 0 ? null : BigDecimal.valueOf(hundredths, 2);
    }
}
