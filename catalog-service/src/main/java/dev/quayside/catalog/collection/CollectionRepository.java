package dev.quayside.catalog.collection;

import dev.quayside.catalog.language.Language;
import dev.quayside.catalog.language.Languages;
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
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.HashMap;
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
    /** A shopper's list is in a language. */
    static final ListQuery.Allowed SHOWN = new ListQuery.Allowed(ALLOWED.sorts(), Set.of(Languages.PARAMETER));

    private static final String FROM = "from collections c";
    private static final String REST = "c.slug, c.rule is null as by_hand, c.created_at, c.updated_at";
    private static final String COLUMNS =
            "c.title, c.description, cast(c.translations as text) as translations, " + REST;
    private static final String BY_TITLE = "left(fold(%s), 200) collate \"C\"";
    private static final Map<String, Column> SORTS = Map.of(
            "title", new Column(BY_TITLE.formatted("c.title"), Kind.TEXT),
            "createdAt", new Column("c.created_at", Kind.TIME),
            "slug", new Column("c.slug collate \"C\"", Kind.TEXT));

    /** The columns of a list, and what they and its order have for parameters. */
    private record Shown(String columns, Map<String, String> parameters) {}

    Optional<ProductCollection> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Page<ListedCollection> list(ListQuery query, UriInfo uri) {
        ListSql list = new ListSql(query, SORTS, "c.id");
        return list(query, list, new Shown(COLUMNS, Map.of()), uri.getRequestUriBuilder());
    }

    /** The list as it is shown in a language, sorted by the titles that it shows. */
    Page<ListedCollection> list(ListQuery query, Language language, UriBuilder address) {
        String title = language.text("c.translations", "title", "c.title");
        Map<String, Column> sorts = new HashMap<>(SORTS);
        sorts.put("title", new Column(BY_TITLE.formatted(title), Kind.TEXT));
        String columns = title + " as title, " + language.text("c.translations", "description", "c.description")
                + " as description, '{}' as translations, " + REST;
        ListSql list = new ListSql(query, sorts, "c.id");
        return list(query, list, new Shown(columns, language.parameters()), address);
    }

    private Page<ListedCollection> list(ListQuery query, ListSql list, Shown shown, UriBuilder address) {
        // Before the parameters that only what is shown has.
        long total = list.total(getEntityManager(), FROM);
        shown.parameters().forEach(list::with);
        List<Tuple> rows = list.rows(getEntityManager(), shown.columns(), FROM);
        Page<Tuple> page = query.page(rows, total, list::cursor, address);
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
                CollectionTexts.read(row.get("translations", String.class)).byTag(),
                row.get("by_hand", Boolean.class) ? "hand" : "rule",
                row.get("created_at", Instant.class),
                row.get("updated_at", Instant.class));
    }
}
