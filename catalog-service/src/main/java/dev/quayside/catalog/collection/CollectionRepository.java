package dev.quayside.catalog.collection;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows of collections. */
@ApplicationScoped
class CollectionRepository implements PanacheRepositoryBase<ProductCollection, UUID> {
    static final ListQuery.Allowed ALLOWED =
            new ListQuery.Allowed(List.of("title", "-title", "createdAt", "-createdAt", "slug", "-slug"), Set.of());

    private static final String FROM = "from collections c";
    private static final String COLUMNS =
            "c.slug, c.title, c.description, c.rule is null as by_hand, c.created_at, c.updated_at";
    private static final Map<String, Column> SORTS = Map.of(
            "title", new Column("left(fold(c.title), 200) collate \"C\"", Kind.TEXT),
            "createdAt", new Column("c.created_at", Kind.TIME),
            "slug", new Column("c.slug collate \"C\"", Kind.TEXT));

    Optional<ProductCollection> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Page<ListedCollection> list(ListQuery query, UriInfo uri) {
        ListSql list = new ListSql(query, SORTS, "c.id");
        List<Tuple> rows = list.rows(getEntityManager(), COLUMNS, FROM);
        Page<Tuple> page = query.page(rows, list.total(getEntityManager(), FROM), list::cursor, uri);
        return new Page<>(page.data().stream().map(CollectionRepository::listed).toList(), page.page());
    }

    Optional<ListedCollection> listed(String slug) {
        Query query = getEntityManager()
                .createNativeQuery(
                        "select c.id as row_id, " + COLUMNS + " " + FROM + " where c.slug = :slug", Tuple.class)
                .setParameter("slug", slug);
        return ListSql.tuples(query).stream().map(CollectionRepository::listed).findFirst();
    }

    private static ListedCollection listed(Tuple row) {
        return new ListedCollection(
                row.get("row_id", UUID.class),
                row.get("slug", String.class),
                row.get("title", String.class),
                row.get("description", String.class),
                row.get("by_hand", Boolean.class) ? "hand" : "rule",
                row.get("created_at", Instant.class),
                row.get("updated_at", Instant.class));
    }
}
