package dev.quayside.catalog.storefront;

import dev.quayside.catalog.cache.Announcements;
import dev.quayside.catalog.cache.Keys;
import dev.quayside.catalog.collection.Members;
import dev.quayside.catalog.language.Language;
import dev.quayside.catalog.language.Languages;
import dev.quayside.catalog.price.PriceBook;
import dev.quayside.kit.page.ListSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes the storefront's rows, in the transaction of the change.
 *
 * <p>The product's row is locked in a statement of its own before its storefront rows are computed: two transactions that sell out two
 * variants of one product at once must not each miss what the other did.
 */
@ApplicationScoped
public class ReadModel {
    private final EntityManager database;
    private final PriceBook prices;
    private final Members members;
    private final Announcements changes;
    private final StorefrontSettings settings;
    private final Languages languages;
    private final Clock clock;

    ReadModel(
            EntityManager database,
            PriceBook prices,
            Members members,
            Announcements changes,
            StorefrontSettings settings,
            Languages languages,
            Clock clock) {
        this.database = database;
        this.prices = prices;
        this.members = members;
        this.changes = changes;
        this.settings = settings;
        this.languages = languages;
        this.clock = clock;
    }

    /** How many products are to be made at once, where a shop of one language makes so many: locks are held no longer in one of more. */
    public int atOnce(int products) {
        return Math.max(1, products / languages.all().size());
    }

    /** Brings the rows of a product up to date after a change of its own. */
    @Transactional(TxType.MANDATORY)
    public void productChanged(UUID product) {
        productsChanged(List.of(product));
    }

    /** Takes away the rows of a product that is about to be deleted, whose row is locked. */
    @Transactional(TxType.MANDATORY)
    public void productGoes(UUID product) {
        changes.announce(takeAway(new UUID[] {product}));
    }

    /** Brings the rows of many products up to date, as after a change of each. */
    @Transactional(TxType.MANDATORY)
    public void productsChanged(List<UUID> products) {
        rewrite(products, true);
    }

    /** Brings the rows of the products of skus up to date whose stock state has changed. */
    @Transactional(TxType.MANDATORY)
    public void stockStateChanged(Collection<String> skus) {
        if (!skus.isEmpty()) {
            rewrite(productsOf(skus), false);
        }
    }

    /** Brings the rating in the rows of a product up to date, and nothing else of them. The product is locked by then, as for a rewrite. */
    @Transactional(TxType.MANDATORY)
    public void ratingChanged(UUID product) {
        Set<String> keys = new HashSet<>(traits(database.createNativeQuery("""
                        update storefront_products set rating = g.average, reviews = g.reviews
                        from product_ratings g
                        where g.product_id = :product and storefront_products.product_id = g.product_id
                        """ + StorefrontRows.TRAITS, Tuple.class)
                .setParameter("product", product)));
        keys.add(Keys.PRODUCTS);
        keys.add(Keys.product(product));
        changes.announce(keys);
    }

    private List<UUID> productsOf(Collection<String> skus) {
        return ids(database.createNativeQuery("select distinct product_id from variants where sku = any(:skus)")
                .setParameter("skus", skus.toArray(String[]::new)));
    }

    /** A change of stock is of no collection's concern, and a checkout does not wait for those who change what collections are made by. */
    private void rewrite(List<UUID> products, boolean file) {
        if (products.isEmpty()) {
            return;
        }
        UUID[] ids = products.toArray(UUID[]::new);
        ids(database.createNativeQuery(
                        "select id from products where id = any(:products) order by id for no key update")
                .setParameter("products", ids));
        Instant now = clock.instant();
        prices.settle(ids, now);
        if (file) {
            members.apply(ids, now);
        }
        Set<String> keys = takeAway(ids);
        keys.addAll(traits(database.createNativeQuery(StorefrontRows.WRITE, Tuple.class)
                .setParameter("products", ids)
                .setParameter("now", now)
                .setParameter("low", settings.lowStock())
                .setParameter("locales", each(Language::key))
                .setParameter("words", each(Language::words))
                .setParameter("chains", each(Language::steps))
                .setParameter("layout", settings.layout())));
        changes.announce(keys);
    }

    private String[] each(Function<Language, String> property) {
        return languages.all().stream().map(property).toArray(String[]::new);
    }

    /** Deletes the rows of products; what answers hang on that show them. */
    private Set<String> takeAway(UUID[] products) {
        Set<String> keys = new HashSet<>(traits(database.createNativeQuery(
                        "delete from storefront_products where product_id = any(:products) " + StorefrontRows.TRAITS,
                        Tuple.class)
                .setParameter("products", products)));
        keys.add(Keys.PRODUCTS);
        for (UUID product : products) {
            keys.add(Keys.product(product));
        }
        return keys;
    }

    private static Set<String> traits(Query query) {
        return ListSql.tuples(query).stream()
                .flatMap(row -> Arrays.stream(row.get("traits", String[].class)))
                .collect(Collectors.toSet());
    }

    private static List<UUID> ids(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }
}
