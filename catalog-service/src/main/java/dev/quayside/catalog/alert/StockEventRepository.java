package dev.quayside.catalog.alert;

import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The rows of events. The database writes them with the alerts; they are put in a row here, one reader at a time, when they are committed.
 */
@ApplicationScoped
class StockEventRepository {
    static final ListQuery.Allowed ALLOWED = new ListQuery.Allowed(List.of("position"), Set.of("after"));

    private static final Map<String, ListSql.Column> SORTS =
            Map.of("position", new ListSql.Column("e.position", ListSql.Kind.NUMBER));
    private static final String FROM = "from stock_events e";
    /** The pages that can be asked for by number have fewer. */
    private static final int MOST_PLACED = 10_001;

    private static final String LOCK = "quayside.stock_events";

    private final EntityManager database;

    StockEventRepository(EntityManager database) {
        this.database = database;
    }

    /** Whether there are events that nobody has read. */
    boolean isAnyUnread() {
        return (boolean) database.createNativeQuery("select exists (select 1 from stock_events where position is null)")
                .getSingleResult();
    }

    /**
     * Gives unread events their places behind the others. The lock is held until all of them are committed: else another reader's, which
     * are behind these, could be read before.
     */
    void place() {
        database.createNativeQuery("select pg_advisory_xact_lock(hashtext(:lock))", Object.class)
                .setParameter("lock", LOCK)
                .getResultList();
        database.createNativeQuery("""
                        update stock_events e set position = next.position
                        from (select u.id, l.last + row_number() over (order by u.number) as position
                            from (select id, number from stock_events where position is null order by number limit :most) u
                            cross join (select coalesce(max(position), 0) as last from stock_events) l) next
                        where e.id = next.id""").setParameter("most", MOST_PLACED).executeUpdate();
    }

    /** The place of an event that was read. */
    Optional<Long> position(UUID id) {
        List<?> found = database.createNativeQuery(
                        "select position from stock_events where id = :id and position is not null")
                .setParameter("id", id)
                .getResultList();
        return found.stream().findFirst().map(position -> ((Number) position).longValue());
    }

    Page<StockEventView> list(ListQuery query, long after, UriInfo uri) {
        ListSql list = new ListSql(query, SORTS, "e.id").where("e.position > :after", "after", after);
        List<Tuple> rows =
                list.rows(database, "e.kind, e.alert_id, e.sku, e.available, e.threshold, e.created_at", FROM);
        Page<Tuple> page = query.page(rows, list.total(database, FROM), list::cursor, uri);
        return new Page<>(page.data().stream().map(StockEventView::of).toList(), page.page());
    }

    /**
     * Deletes some of the events in front of the last that is old, from the first on; how many. Whoever knows one that is kept has missed
     * none, and the last is kept for those who know it, as long as nothing has come behind it.
     */
    int forget(Instant before, int most) {
        return database.createNativeQuery("""
                        delete from stock_events where id in (
                            select id from stock_events
                            where position < (select max(position) from stock_events where created_at < :before)
                            order by position limit :most)""")
                .setParameter("before", before)
                .setParameter("most", most)
                .executeUpdate();
    }
}
