package dev.quayside.catalog.product;

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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rows of products: their lists, their locks and their end. */
@ApplicationScoped
class ProductRepository {
    private static final String FROM = "from products p";
    private static final Map<String, Column> SORTS = Map.of(
            "createdAt", new Column("p.created_at", Kind.TIME),
            "updatedAt", new Column("p.updated_at", Kind.TIME),
            "title", new Column("left(fold(p.title), 200) collate \"C\"", Kind.TEXT),
            "slug", new Column("p.slug collate \"C\"", Kind.TEXT));

    private final EntityManager database;

    ProductRepository(EntityManager database) {
        this.database = database;
    }

    /** Locks products until the transaction ends, in the order in which every transaction locks them; their versions. */
    Map<UUID, Long> lock(Collection<UUID> ids) {
        Query query = database.createNativeQuery(
                "select id, version from products where id = any(:ids) order by id for update", Tuple.class);
        return ListSql.tuples(query.setParameter("ids", ids.toArray(UUID[]::new))).stream()
                .collect(Collectors.toMap(
                        row -> row.get("id", UUID.class), row -> ((Number) row.get("version")).longValue()));
    }

    /** A page of ids. */
    Page<UUID> ids(ListQuery query, ProductFilters filters, UriInfo uri) {
        ListSql list = new ListSql(query, SORTS, "p.id");
        filters.addTo(list);
        List<Tuple> rows = list.rows(database, "p.id", FROM);
        Page<Tuple> page = query.page(rows, list.total(database, FROM), list::cursor, uri);
        return new Page<>(
                page.data().stream().map(row -> row.get("row_id", UUID.class)).toList(), page.page());
    }

    /** The product of each sku that a variant has. */
    Map<String, UUID> owners(Collection<String> skus) {
        Query query =
                database.createNativeQuery("select sku, product_id from variants where sku = any(:skus)", Tuple.class);
        return ListSql.tuples(query.setParameter("skus", skus.toArray(String[]::new))).stream()
                .collect(Collectors.toMap(
                        row -> row.get("sku", String.class), row -> row.get("product_id", UUID.class)));
    }

    /** Whether there is a product of any of the slugs. */
    boolean hasAny(Collection<String> slugs) {
        return (boolean) database.createNativeQuery("select exists (select 1 from products where slug = any(:slugs))")
                .setParameter("slugs", slugs.toArray(String[]::new))
                .getSingleResult();
    }

    /** Keeps the slugs that products had until now, for links to them. */
    void rememberSlugs(Map<UUID, String> slugs, Instant now) {
        database.createNativeQuery("""
                        insert into product_slugs (slug, product_id, until)
                        select s.slug, s.product, :now
                        from unnest(cast(:slugs as text[]), cast(:products as uuid[])) as s(slug, product) order by s.slug
                        on conflict on constraint product_slugs_pk
                        do update set product_id = excluded.product_id, until = excluded.until""")
                .setParameter("slugs", slugs.values().toArray(String[]::new))
                .setParameter("products", slugs.keySet().toArray(UUID[]::new))
                .setParameter("now", now)
                .executeUpdate();
    }
}
