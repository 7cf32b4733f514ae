package dev.quayside.catalog.search;

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows of synonyms, and the one of stop words. A row is changed under its lock and counts its version. */
@ApplicationScoped
class SearchRepository {
    static final ListQuery.Allowed ALLOWED = new ListQuery.Allowed(List.of("-createdAt", "createdAt"), Set.of());
    private static final Map<String, Column> SORTS = Map.of("createdAt", new Column("s.created_at", Kind.TIME));
    private static final String COLUMNS = "s.id, s.phrases, s.version, s.created_at, s.updated_at";

    private final EntityManager database;

    SearchRepository(EntityManager database) {
        this.database = database;
    }

    Page<SynonymView> list(ListQuery query, UriInfo uri) {
        String from = "from search_synonyms s";
        ListSql list = new ListSql(query, SORTS, "s.id");
        List<Tuple> rows = list.rows(database, COLUMNS, from);
        Page<Tuple> page = query.page(rows, list.total(database, from), list::cursor, uri);
        return new Page<>(page.data().stream().map(row -> synonym(row).view()).toList(), page.page());
    }

    long count() {
        return ((Number) database.createNativeQuery("select count(*) from search_synonyms")
                        .getSingleResult())
                .longValue();
    }

    /** Every group. */
    List<List<String>> synonyms() {
        Query query = database.createNativeQuery("select s.phrases from search_synonyms s order by s.id", Tuple.class);
        return ListSql.tuples(query).stream().map(row -> texts(row, "phrases")).toList();
    }

    Optional<Versioned<SynonymView>> find(UUID id) {
        return one("", id);
    }

    Optional<Versioned<SynonymView>> lock(UUID id) {
        return one(" for update", id);
    }

    private Optional<Versioned<SynonymView>> one(String lock, UUID id) {
        Query query = database.createNativeQuery(
                "select " + COLUMNS + " from search_synonyms s where s.id = :id" + lock, Tuple.class);
        return ListSql.tuples(query.setParameter("id", id)).stream()
                .map(SearchRepository::synonym)
                .findFirst();
    }

    void insert(SynonymView synonym) {
        database.createNativeQuery("""
                        insert into search_synonyms (id, phrases, version, created_at, updated_at)
                        values (:id, :phrases, 1, :now, :now)""")
                .setParameter("id", synonym.id())
                .setParameter("phrases", synonym.phrases().toArray(String[]::new))
                .setParameter("now", synonym.createdAt())
                .executeUpdate();
    }

    /** Changes a locked row. */
    void update(SynonymView synonym) {
        database.createNativeQuery("""
                        update search_synonyms set phrases = :phrases, version = version + 1, updated_at = :now
                        where id = :id""")
                .setParameter("id", synonym.id())
                .setParameter("phrases", synonym.phrases().toArray(String[]::new))
                .setParameter("now", synonym.updatedAt())
                .executeUpdate();
    }

    void delete(UUID id) {
        database.createNativeQuery("delete from search_synonyms where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    StopWords stopWords() {
        return stopWords("").view();
    }

    Versioned<StopWords> stopWords(String lock) {
        Query query = database.createNativeQuery(
                "select words, version from search_stop_words where id = 1" + lock, Tuple.class);
        Tuple row = ListSql.tuples(query).get(0);
        return new Versioned<>(new StopWords(texts(row, "words")), ((Number) row.get("version")).longValue());
    }

    /** Changes the locked row. */
    void update(StopWords words, Instant now) {
        database.createNativeQuery("""
                        update search_stop_words set words = :words, version = version + 1, updated_at = :now
                        where id = 1""")
                .setParameter("words", words.words().toArray(String[]::new))
                .setParameter("now", now)
                .executeUpdate();
    }

    private static Versioned<SynonymView> synonym(Tuple row) {
        return new Versioned<>(
                new SynonymView(
                        row.get("id", UUID.class),
                        texts(row, "phrases"),
                        row.get("created_at", Instant.class),
                        row.get("updated_at", Instant.class)),
                ((Number) row.get("version")).longValue());
    }

    private static List<String> texts(Tuple row, String column) {
        return Arrays.asList(row.get(column, String[].class));
    }
}
