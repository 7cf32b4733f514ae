package dev.quayside.catalog.product;

import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.page.ListSql.Column;
import dev.quayside.kit.page.ListSql.Kind;
import dev.quayside.kit.page.Page;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of products, their variants, prices and categories. */
@ApplicationScoped
class ProductRepository implements PanacheRepositoryBase<Product, UUID> {
    private static final String FROM = "from products p";
    private static final Map<String, Column> SORTS = Map.of(
            "createdAt", new Column("p.created_at", Kind.TIME),
            "updatedAt", new Column("p.updated_at", Kind.TIME),
            "title", new Column("left(fold(p.title), 200) collate \"C\"", Kind.TEXT),
            "slug", new Column("p.slug collate \"C\"", Kind.TEXT));

    Optional<Product> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<Product> lockBySlug(String slug) {
        return find("slug", slug).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** A page of ids. */
    Page<UUID> ids(ListQuery query, ProductFilters filters, UriInfo uri) {
        ListSql list = new ListSql(query, SORTS, "p.id");
        filters.addTo(list);
        List<Tuple> rows = list.rows(getEntityManager(), "p.id", FROM);
        Page<Tuple> page = query.page(rows, list.total(getEntityManager(), FROM), list::cursor, uri);
        return new Page<>(
                page.data().stream().map(row -> row.get("row_id", UUID.class)).toList(), page.page());
    }

    /** One of the skus that another product's variant has, if any has. */
    Optional<String> taken(Collection<String> skus, UUID by) {
        List<?> found = getEntityManager()
                .createNativeQuery("""
                        select sku from variants where sku = any(:skus) and product_id <> :product order by sku limit 1""")
                .setParameter("skus", skus.toArray(String[]::new))
                .setParameter("product", by)
                .getResultList();
        return found.stream().map(String.class::cast).findFirst();
    }

    /** Keeps the slug that a product had until now, for links to it. */
    void rememberSlug(String slug, UUID product, Instant now) {
        getEntityManager()
                .createNativeQuery("""
                        insert into product_slugs (slug, product_id, until) values (:slug, :product, :now)
                        on conflict on constraint product_slugs_pk
                        do update set product_id = excluded.product_id, until = excluded.until""")
                .setParameter("slug", slug)
                .setParameter("product", product)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Products with all that belongs to them: three statements, however many they are. */
    List<Product> whole(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        list("select distinct p from Product p left join fetch p.categories where p.id in ?1", ids);
        return list("""
                select distinct p from Product p left join fetch p.variants v left join fetch v.prices
                where p.id in ?1""", ids);
    }
}
