package dev.quayside.catalog.popular;

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
import java.util.Set;

/** The rows of queries that were counted, and the one of phrases that are not suggested. */
@ApplicationScoped
class PopularRepository {
    static final ListQuery.Allowed ALLOWED = new ListQuery.Allowed(List.of("-popularity", "popularity"), Set.of());

    /** Rows; new queries wait while there are more, until lighter ones are forgotten. */
    private static final int MOST = 10_000;

    private static final int KEPT = 8_000;
    private static final Map<String, Column> SORTS = Map.of("popularity", new Column("q.weight", Kind.NUMBER));
    /** Phrases are compared as whole words. */
    private static final String IS_BLOCKED = """
            exists (select 1 from unnest(cast(:blocked as text[])) as p(phrase)
                where strpos(' ' || %s.key || ' ', ' ' || p.phrase || ' ') > 0)""";

    private final EntityManager database;

    PopularRepository(EntityManager database) {
        this.database = database;
    }

    /**
     * Adds counts of queries by their keys; the number of rows that changed. The phrases are locked, so that whoever changes them sees these rows
     * or is seen by them. What is shown stays what it was first: a later spelling is no better.
     */
    int add(Map<String, Counted> counts, Instant now) {
        String[] phrases = keys(blocked(" for share").view());
        return database.createNativeQuery("""
                        insert into search_queries as q (key, shown, weight, blocked)
                        select c.key, c.shown, c.weight, %s
                        from unnest(cast(:keys as text[]), cast(:shown as text[]), cast(:weights as bigint[])) as c(key, shown, weight)
                        where (select count(*) from search_queries) < :most
                            or exists (select 1 from search_queries k where k.key = c.key)
                        order by c.key
                        on conflict on constraint search_queries_pk do update set
                            -- What is much lighter than the other adds nothing, and its exponential would have no end.
                            weight = greatest(q.weight, excluded.weight)
                                + cast(1000000 * ln(1 + exp(-least(cast(abs(q.weight - excluded.weight) as double precision) / 1000000, 100))) as bigint)""".formatted(IS_BLOCKED.formatted("c")))
                .setParameter("keys", counts.keySet().toArray(String[]::new))
                .setParameter(
                        "shown", counts.values().stream().map(Counted::shown).toArray(String[]::new))
                .setParameter(
                        "weights",
                        counts.values().stream()
                                .map(one -> Counted.weight(now, (double) one.searches()))
                                .toArray(Long[]::new))
                .setParameter("blocked", phrases)
                .setParameter("most", MOST)
                .executeUpdate();
    }

    /** Queries whose key begins so, and that weigh enough. */
    List<String> like(String key, long weight, int most) {
        List<?> rows = database.createNativeQuery("""
                        select q.shown from search_queries q
                        where q.key ^@ :key and q.weight >= :weight and not q.blocked
                        order by q.weight desc, q.id desc limit :most""")
                .setParameter("key", key)
                .setParameter("weight", weight)
                .setParameter("most", most)
                .getResultList();
        return rows.stream().map(String::valueOf).toList();
    }

    /** Forgets what fewer than a tenth of a search is left of, and the lightest of too many. */
    int forget(Instant now) {
        return database.createNativeQuery("""
                        delete from search_queries where weight < :weight or id in (
                            select id from search_queries order by weight desc, id desc offset :kept)""")
                .setParameter("weight", Counted.weight(now, 0.1))
                .setParameter("kept", KEPT)
                .executeUpdate();
    }

    Page<PopularQuery> list(ListQuery query, long searches, Instant now, UriInfo uri) {
        String from = "from search_queries q";
        ListSql list = new ListSql(query, SORTS, "q.id");
        List<Tuple> rows = list.rows(database, "q.shown, q.weight, q.blocked", from);
        Page<Tuple> page = query.page(rows, list.total(database, from), list::cursor, uri);
        return new Page<>(
                page.data().stream().map(row -> query(row, searches, now)).toList(), page.page());
    }

    Blocked blocked(String lock) {
        Query query = database.createNativeQuery(
                "select phrases, version from search_blocked_queries where id = 1" + lock, Tuple.class);
        Tuple row = ListSql.tuples(query).get(0);
        return new Blocked(
                new BlockedQueries(Arrays.asList(row.get("phrases", String[].class))),
                ((Number) row.get("version")).longValue());
    }

    /** Changes the locked row, and marks the queries anew: at most {@value #MOST}. */
    void update(BlockedQueries blocked, Instant now) {
        database.createNativeQuery("""
                        update search_blocked_queries set phrases = :phrases, version = version + 1, updated_at = :now
                        where id = 1""")
                .setParameter("phrases", blocked.phrases().toArray(String[]::new))
                .setParameter("now", now)
                .executeUpdate();
        String isBlocked = IS_BLOCKED.formatted("q");
        database.createNativeQuery(
                        "update search_queries q set blocked = not q.blocked where q.blocked <> " + isBlocked)
                .setParameter("blocked", keys(blocked))
                .executeUpdate();
    }

    private static String[] keys(BlockedQueries blocked) {
        return blocked.phrases().stream()
                .map(QueryText::key)
                .filter(key -> !key.isEmpty())
                .distinct()
                .toArray(String[]::new);
    }

    private static PopularQuery query(Tuple row, long from, Instant now) {
        long searches = Counted.searches(now, ((Number) row.get("weight")).longValue());
        boolean blocked = row.get("blocked", Boolean.class);
        return new PopularQuery(row.get("shown", String.class), searches, blocked, searches >= from && !blocked);
    }
}
