package dev.quayside.catalog.storefront;

import dev.quayside.catalog.Formats;
import dev.quayside.catalog.cache.Keys;
import dev.quayside.catalog.language.Language;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.page.ListSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads what a product's own page shows, in two statements: the product, and others that a shopper may like. */
@ApplicationScoped
class ProductQueries {
    /** In the shop's own language, where the row of another is not made yet: a page that there is must not be missing. */
    private static final String PRODUCT = """
            select cast(s.body as text) as body, s.product_id, s.locale, array(
                select t.term from unnest(s.terms) as t(term)
                where t.term ^@ any(array['c' || chr(31), 't' || chr(31), 'b' || chr(31)])) as traits,
                s.rating, s.reviews, array[g.stars_1, g.stars_2, g.stars_3, g.stars_4, g.stars_5] as stars
            from storefront_products s left join product_ratings g on g.product_id = s.product_id
            where s.currency = :currency and s.locale in (:locale, '') and (s.slug = :slug or s.product_id = cast(:id as uuid))
            order by s.slug = :slug, s.locale desc limit 1""";

    /** Of the newest hundred that share a category, a tag or the brand, the eight that share most. */
    private static final String RELATED = """
            select cast(coalesce(json_agg(json_build_object(
                'id', c.product_id, 'slug', c.slug, 'title', c.body -> 'title', 'price', c.body -> 'price',
                'inStock', c.in_stock, 'stockState', c.body -> 'stockState') order by c.shared desc, c.created_at desc, c.product_id),
                '[]') as text) as related
            from (
                select n.*, cardinality(array(select unnest(n.terms) intersect select unnest(cast(:traits as text[])))) as shared
                from (
                    select s.* from storefront_products s
                    where s.currency = :currency and s.locale = :locale and s.terms && cast(:traits as text[]) and s.product_id <> :product
                    order by s.created_at desc, s.product_id desc limit 100) n
                order by shared desc, n.created_at desc, n.product_id limit 8) c""";

    private final EntityManager database;

    ProductQueries(EntityManager database) {
        this.database = database;
    }

    /**
     * A product's page.
     *
     * @param keys its product, and what it shares with those that are or may become related to it
     */
    record ProductPage(ListedProduct product, Set<String> keys) {}

    /** A product with its related ones. */
    Optional<ProductPage> find(String idOrSlug, Currency currency, Language language) {
        Query query = database.createNativeQuery(PRODUCT, Tuple.class)
                .setParameter("currency", currency.code())
                .setParameter("locale", language.key())
                .setParameter("slug", Formats.isSlug(idOrSlug) ? idOrSlug : "")
                .setParameter("id", Formats.id(idOrSlug).map(UUID::toString).orElse(null));
        return ListSql.tuples(query).stream()
                .map(row -> new ProductPage(
                        new ListedProduct(row.get("body", String.class))
                                .with("rating", Rating.of(row).jsonWith(row.get("stars", Integer[].class)))
                                .with("related", related(row, currency)),
                        keys(row, idOrSlug)))
                .findFirst();
    }

    /** An id comes before a slug of the same letters: the product of that id may appear. */
    private static Set<String> keys(Tuple product, String idOrSlug) {
        Set<String> keys = new HashSet<>(Arrays.asList(product.get("traits", String[].class)));
        keys.add(Keys.product(product.get("product_id", UUID.class)));
        Formats.id(idOrSlug).map(Keys::product).ifPresent(keys::add);
        return Set.copyOf(keys);
    }

    private String related(Tuple product, Currency currency) {
        String[] traits = product.get("traits", String[].class);
        if (traits.length == 0) {
            return "[]";
        }
        return (String) database.createNativeQuery(RELATED)
                .setParameter("currency", currency.code())
                .setParameter("locale", product.get("locale", String.class))
                .setParameter("traits", traits)
                .setParameter("product", product.get("product_id", UUID.class))
                .getSingleResult();
    }

    /** The slug of the product that had this slug before. */
    Optional<String> slugNow(String slug, Currency currency) {
        List<?> rows = database.createNativeQuery("""
                        select s.slug from product_slugs o
                        join storefront_products s on s.product_id = o.product_id and s.currency = :currency and s.locale = ''
                        where o.slug = :slug""")
                .setParameter("currency", currency.code())
                .setParameter("slug", slug)
                .getResultList();
        return rows.stream().map(String::valueOf).findFirst();
    }
}
