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
    private static final int OCCASION_SECONDS = 600;
    private static final Map<String, Column> SORTS = Map.of("popularity", new Column("q.weight", Kind.NUMBER));
    /** What one search weighs now: it doubles every two weeks, which is the same as that all earlier ones count half. */
    private static final String NOW = "(cast(:seconds as double precision) * ln(2) / 1209600)";

    private static final String IS_BLOCKED = """
            exists (select 1 from search_blocked_queries b cross join unnest(b.phrases) as p(phrase)
                where strpos(' ' || q.key || ' ', ' ' || fold(p.phrase) || ' ') > 0)""";

    private final EntityManager database;

    PopularRepository(EntityManager database) {
        this.database = database;
    }

    /** Adds counts of queries; the number of rows that changed. */
    int add(Map<String, Long> counts, Instant now) {
        return database.createNativeQuery("""
                        with counted as (
                            select fold(c.query) as key, min(c.query) as shown, cast(sum(c.hits) as double precision) as hits
                            from unnest(cast(:queries as text[]), cast(:hits as bigint[])) as c(query, hits) group by 1)
                        insert into search_queries as q (key, shown, occasions, last_occasion, weight)
                        select c.key, c.shown, 1, :occasion, cast(1000000 * (%1$s + ln(c.hits)) as bigint) from counted c
                        where (select count(*) from search_queries) < :most
                            or exists (select 1 from search_queries k where k.key = c.key)
                        order by c.key
                        on conflict on constraint search_queries_pk do update set shown = excluded.shown,
                            occasions = q.occasions + case when q.last_occasion < excluded.last_occasion then 1 else 0 end,
                            last_occasion = greatest(q.last_occasion, excluded.last_occasion),
                            -- What is much lighter than the other adds nothing, and its exponential would have no end.
                            weight = greatest(q.weight, excluded.weight)
                                + cast(1000000 * ln(1 + exp(-least(cast(abs(q.weight - excluded.weight) as double precision) / 1000000, 100))) as bigint)""".formatted(NOW))
                .setParameter("queries", counts.keySet().toArray(String[]::new))
                .setParameter("hits", counts.values().toArray(Long[]::new))
                .setParameter("occasion", now.getEpochSecond() / OCCASION_SECONDS)
                .setParameter("seconds", now.getEpochSecond())
                .setParameter("most", MOST)
                .executeUpdate();
    }

    /** Queries that begin so, and were made on enough occasions. */
    List<String> like(String text, long occasions, int most) {
        List<?> rows = database.createNativeQuery("""
                        select q.shown from search_queries q
                        where q.key ^@ fold(:text) and q.occasions >= :occasions and not %s
                        order by q.weight desc, q.id desc limit :most""".formatted(IS_BLOCKED))
                .setParameter("text", text)
                .setParameter("occasions", occasions)
                .setParameter("most", most)
                .getResultList();
        return rows.stream().map(String::valueOf).toList();
    }

    /** Forgets what fewer than a tenth of a search is left of, and the lightest of too many. */
    int forget(Instant now) {
        return database.createNativeQuery("""
                        delete from search_queries where weight < 1000000 * (%s + ln(0.1)) or id in (
                            select id from search_queries order by weight desc, id desc offset :kept)""".formatted(NOW))
                .setParameter("seconds", now.getEpochSecond())
                .setParameter("kept", KEPT)
                .executeUpdate();
    }

    Page<PopularQuery> list(ListQuery query, long occasions, UriInfo uri) {
        String from = "from search_queries q";
        ListSql list = new ListSql(query, SORTS, "q.id");
        List<Tuple> rows = list.rows(database, "q.shown, q.occasions, " + IS_BLOCKED + " as blocked", from);
        Page<Tuple> page = query.page(rows, list.total(database, from), list::cursor, uri);
        return new Page<>(page.data().stream().map(row -> query(row, occasions)).toList(), page.page());
    }

    Blocked blocked(String lock) {
        Query query = database.createNativeQuery(
                "select phrases, version from search_blocked_queries where id = 1" + lock, Tuple.class);
        Tuple row = ListSql.tuples(query).get(0);
        return new Blocked(
                new BlockedQueries(Arrays.asList(row.get("phrases", String[].class))),
                ((Number) row.get("version")).longValue());
    }

    /** Changes the locked row. */
    void update(BlockedQueries blocked, Instant now) {
        database.createNativeQuery("""
                        update search_blocked_queries set phrases = :phrases, version = version + 1, updated_at = :now
                        where id = 1""")
                .setParameter("phrases", blocked.phrases().toArray(String[]::new))
                .setParameter("now", now)
                .executeUpdate();
    }

    private static PopularQuery query(Tuple row, long from) {
        long occasions = ((Number) row.get("occasions")).longValue();
        boolean blocked = row.get("blocked", Boolean.class);
        return new PopularQuery(row.get("shown", String.class), occasions, blocked, occasions >= from && !blocked);
    }
}
