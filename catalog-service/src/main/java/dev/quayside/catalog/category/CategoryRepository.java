package dev.quayside.catalog.category;

import dev.quayside.catalog.language.Language;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of categories. */
@ApplicationScoped
class CategoryRepository implements PanacheRepositoryBase<Category, UUID> {
    private static final String BY_NAME = "left(fold(%s), 200) collate \"C\"";
    private static final Map<String, Column> SORTS = Map.of(
            "name", new Column(BY_NAME.formatted("c.name"), Kind.TEXT),
            "createdAt", new Column("c.created_at", Kind.TIME),
            "slug", new Column("c.slug collate \"C\"", Kind.TEXT),
            "tree", new Column("c.tree_key", Kind.TEXT));
    /** Of all languages; what follows is the same in each. */
    private static final String TEXTS = "c.name, c.description, cast(c.translations as text) as translations, ";

    private static final String REST = """
            c.slug, c.path[cardinality(c.path) - 1] as parent, c.position,
            cardinality(c.path) as depth, c.product_count, c.created_at, c.updated_at""";
    private static final String COLUMNS = TEXTS + REST;

    /** How many siblings there are, and the position of the last one; -1 if there is none. */
    record Siblings(int count, int last) {}

    /** The columns of a list, and what they and its order have for parameters. */
    private record Shown(String columns, Map<String, String> parameters) {}

    Optional<Category> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** A category as it is in the database now, after statements that did not go through it. */
    Category reread(Category category) {
        getEntityManager().refresh(category);
        return category;
    }

    Page<CategoryView> list(ListQuery query, UriInfo uri) {
        ListSql list = new ListSql(query, SORTS, "c.id");
        return list(query, list, new Shown(COLUMNS, Map.of()), uri.getRequestUriBuilder());
    }

    /** The list as it is shown in a language, sorted by the names that it shows. */
    Page<CategoryView> list(ListQuery query, Language language, UriBuilder address) {
        String name = language.text("c.translations", "name", "c.name");
        Map<String, Column> sorts = new HashMap<>(SORTS);
        sorts.put("name", new Column(BY_NAME.formatted(name), Kind.TEXT));
        String columns = name + " as name, " + language.text("c.translations", "description", "c.description")
                + " as description, '{}' as translations, " + REST;
        ListSql list = new ListSql(query, sorts, "c.id");
        return list(query, list, new Shown(columns, language.parameters()), address);
    }

    private Page<CategoryView> list(ListQuery query, ListSql list, Shown shown, UriBuilder address) {
        String from = "from categories c";
        new CategoryFilters(query.filters()).addTo(list);
        // Before the parameters that only what is shown has.
        long total = list.total(getEntityManager(), from);
        shown.parameters().forEach(list::with);
        List<Tuple> rows = list.rows(getEntityManager(), shown.columns(), from);
        Page<Tuple> page = query.page(rows, total, list::cursor, address);
        return new Page<>(page.data().stream().map(CategoryRepository::view).toList(), page.page());
    }

    /** Those directly below one, or at the top, in their order. */
    List<CategoryView> children(@Nullable UUID parentId) {
        Query query = getEntityManager()
                .createNativeQuery(
                        "select c.id as row_id, " + COLUMNS
                                + " from categories c where c.parent_id is not distinct from cast(:parent as uuid)"
                                + " order by c.position, c.id limit " + CategoryTree.MOST_CHILDREN,
                        Tuple.class)
                .setParameter("parent", parentId == null ? null : parentId.toString());
        return ListSql.tuples(query).stream().map(CategoryRepository::view).toList();
    }

    List<CategoryPage.Crumb> breadcrumbs(UUID id, Language language) {
        Query query = getEntityManager()
                .createNativeQuery("""
                        select a.slug, %s as name
                        from categories c cross join unnest(c.path) with ordinality as u(slug, place)
                        join categories a on a.slug = u.slug
                        where c.id = :id order by u.place""".formatted(language.text("a.translations", "name", "a.name")), Tuple.class)
                .setParameter("id", id);
        language.parameters().forEach(query::setParameter);
        return ListSql.tuples(query).stream()
                .map(row -> new CategoryPage.Crumb(row.get("slug", String.class), row.get("name", String.class)))
                .toList();
    }

    Siblings siblings(@Nullable UUID parentId, @Nullable UUID except) {
        Query query = getEntityManager()
                .createNativeQuery("""
                        select count(*) as siblings, coalesce(max(position), -1) as last from categories
                        where parent_id is not distinct from cast(:parent as uuid)
                            and id is distinct from cast(:except as uuid)""", Tuple.class)
                .setParameter("parent", parentId == null ? null : parentId.toString())
                .setParameter("except", except == null ? null : except.toString());
        Tuple row = ListSql.tuples(query).get(0);
        return new Siblings(number(row, "siblings"), number(row, "last"));
    }

    /** How many levels a subtree has, its top included. */
    int height(String slug, int depth) {
        Number deepest = (Number) getEntityManager()
                .createNativeQuery(
                        "select max(cardinality(path)) from categories where path @> cast(array[:slug] as text[])")
                .setParameter("slug", slug)
                .getSingleResult();
        return deepest.intValue() - depth + 1;
    }

    /** Gives siblings the positions of their ids' order; a change of one is a change of that category. */
    void order(List<UUID> ids, Instant now) {
        getEntityManager()
                .createNativeQuery("""
                        update categories c set position = o.place - 1, version = version + 1, updated_at = :now
                        from unnest(cast(:ids as uuid[])) with ordinality as o(id, place)
                        where o.id = c.id and c.position <> o.place - 1""")
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("now", now)
                .executeUpdate();
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

    private static int number(Tuple row, String name) {
        return ((Number) row.get(name)).intValue();
    }

    private static CategoryView view(Tuple row) {
        return new CategoryView(
                row.get("row_id", UUID.class),
                row.get("slug", String.class),
                row.get("name", String.class),
                row.get("description", String.class),
                CategoryTexts.read(row.get("translations", String.class)).byTag(),
                row.get("parent", String.class),
                number(row, "position"),
                number(row, "depth"),
                ((Number) row.get("product_count")).longValue(),
                row.get("created_at", Instant.class),
                row.get("updated_at", Instant.class));
    }
}
