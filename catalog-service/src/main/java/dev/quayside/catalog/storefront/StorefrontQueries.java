package dev.quayside.catalog.storefront;

import dev.quayside.catalog.Formats;
import dev.quayside.kit.money.Currency;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads the storefront's rows: one SELECT a list, and a second one when the page was asked for by number. */
@ApplicationScoped
class StorefrontQueries {
    private static final String FROM = "from storefront_products s";
    private static final Map<String, Column> SORTS = Map.of(
            "createdAt", new Column("s.created_at", Kind.TIME),
            "price", new Column("s.price", Kind.NUMBER),
            "title", new Column("s.title_key", Kind.TEXT));

    private final EntityManager database;

    StorefrontQueries(EntityManager database) {
        this.database = database;
    }

    Page<ListedProduct> list(ListQuery query, Filters filters, UriInfo uri) {
        ListSql list = new ListSql(query, SORTS, "s.product_id");
        list.where("s.currency = :currency", "currency", filters.currency().code());
        filters.category()
                .ifPresent(slug -> list.where("s.categories @> cast(array[:category] as text[])", "category", slug));
        filters.text().ifPresent(text -> list.where("strpos(s.search, fold(:text)) > 0", "text", text));
        filters.inStock().ifPresent(inStock -> list.where("s.in_stock = :inStock", "inStock", inStock));
        List<Tuple> rows = list.rows(database, "cast(s.body as text) as body", FROM);
        Page<Tuple> page = query.page(rows, list.total(database, FROM), list::cursor, uri);
        return new Page<>(page.data().stream().map(StorefrontQueries::product).toList(), page.page());
    }

    Optional<ListedProduct> find(String idOrSlug, Currency currency) {
        Query query = database.createNativeQuery("""
                select cast(s.body as text) as body from storefront_products s
                where s.currency = :currency and (s.slug = :slug or s.product_id = cast(:id as uuid))
                order by s.slug = :slug limit 1""", Tuple.class)
                .setParameter("currency", currency.code())
                .setParameter("slug", Formats.isSlug(idOrSlug) ? idOrSlug : "")
                .setParameter("id", id(idOrSlug).map(UUID::toString).orElse(null));
        return ListSql.tuples(query).stream().map(StorefrontQueries::product).findFirst();
    }

    private static Optional<UUID> id(String text) {
        return text.length() == 36 && text.matches("[0-9a-fA-F-]+") ? parse(text) : Optional.empty();
    }

    private static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static ListedProduct product(Tuple row) {
        return new ListedProduct(row.get("body", String.class));
    }
}
