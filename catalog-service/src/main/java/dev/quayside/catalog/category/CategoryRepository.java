package dev.quayside.catalog.category;

import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.page.ListSql.Column;
import dev.quayside.kit.page.ListSql.Kind;
import dev.quayside.kit.page.Page;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of categories. */
@ApplicationScoped
class CategoryRepository implements PanacheRepositoryBase<Category, UUID> {
    static final ListQuery.Allowed ALLOWED = new ListQuery.Allowed(
            List.of("name", "-name", "createdAt", "-createdAt", "slug", "-slug"), java.util.Set.of());
    private static final Map<String, Column> SORTS = Map.of(
            "name", new Column("left(fold(c.name), 200) collate \"C\"", Kind.TEXT),
            "createdAt", new Column("c.created_at", Kind.TIME),
            "slug", new Column("c.slug collate \"C\"", Kind.TEXT));

    Optional<Category> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Page<CategoryView> list(ListQuery query, UriInfo uri) {
        String from = "from categories c";
        ListSql list = new ListSql(query, SORTS, "c.id");
        List<Tuple> rows =
                list.rows(getEntityManager(), "c.slug, c.name, c.description, c.created_at, c.updated_at", from);
        Page<Tuple> page = query.page(rows, list.total(getEntityManager(), from), list::cursor, uri);
        return new Page<>(page.data().stream().map(CategoryRepository::view).toList(), page.page());
    }

    /** The ids of slugs, locked against deletion until the transaction ends. */
    List<Tuple> idsOf(Collection<String> slugs) {
        Query query = getEntityManager()
                .createNativeQuery(
                        "select slug, id from categories where slug = any(:slugs) order by id for key share",
                        Tuple.class);
        return ListSql.tuples(query.setParameter("slugs", slugs.toArray(String[]::new)));
    }

    List<Tuple> slugsOf(Collection<UUID> ids) {
        Query query = getEntityManager()
                .createNativeQuery("select slug, id from categories where id = any(:ids)", Tuple.class);
        return ListSql.tuples(query.setParameter("ids", ids.toArray(UUID[]::new)));
    }

    private static CategoryView view(Tuple row) {
        return new CategoryView(
                row.get("row_id", UUID.class),
                row.get("slug", String.class),
                row.get("name", String.class),
                row.get("description", String.class),
                row.get("created_at", Instant.class),
                row.get("updated_at", Instant.class));
    }
}
