package dev.quayside.catalog.stock;

import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.runtime.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ledger's rows: only ever added to. */
@ApplicationScoped
class MovementRepository {
    private static final Map<String, ListSql.Column> SORTS =
            Map.of("createdAt", new ListSql.Column("m.created_at", ListSql.Kind.TIME));

    private final EntityManager database;

    MovementRepository(EntityManager database) {
        this.database = database;
    }

    /** Writes the ledger's row of every change that moves units. */
    void record(List<StockChange> changes, MovementCause cause, Instant now) {
        List<StockChange> moving =
                changes.stream().filter(change -> change.onHand() != 0).toList();
        database.createNativeQuery("""
                        insert into stock_movements (id, sku, location, kind, delta, reason, reservation_id, return_id,
                            transfer_id, created_at, counted_at)
                        select m.id, m.sku, m.location, :kind, m.delta, :reason, cast(:reservation as uuid),
                            cast(:return as uuid), cast(:transfer as uuid), :now, m.counted_at
                        from unnest(cast(:ids as uuid[]), cast(:skus as text[]), cast(:locations as text[]),
                            cast(:deltas as bigint[]), cast(:countedAt as timestamptz[]))
                            as m(id, sku, location, delta, counted_at)""")
                .setParameter("kind", cause.kind().text())
                .setParameter("reason", cause.reason())
                .setParameter("reservation", text(cause.reservation()))
                .setParameter("return", text(cause.returned()))
                .setParameter("transfer", text(cause.transfer()))
                .setParameter("now", now)
                .setParameter("ids", moving.stream().map(change -> Ids.next()).toArray(UUID[]::new))
                .setParameter("skus", moving.stream().map(StockChange::sku).toArray(String[]::new))
                .setParameter(
                        "locations", moving.stream().map(StockChange::location).toArray(String[]::new))
                .setParameter("deltas", moving.stream().map(StockChange::onHand).toArray(Long[]::new))
                .setParameter(
                        "countedAt",
                        moving.stream().map(change -> text(change.countedAt())).toArray(String[]::new))
                .executeUpdate();
    }

    /** A sku at a location, and a moment. */
    record Moment(String sku, String location, Instant at) {}

    /** What has moved since moments, each of another sku and location, and what has been counted. */
    Map<Moment, MovedSince> since(List<Moment> moments) {
        Query query = database.createNativeQuery("""
                        select c.place, m.units, m.moved, greatest(m.counted, l.counted_at) as counted,
                            coalesce(s.begun_at > c.at, false) or exists (select 1 from stock_movements o
                                where o.sku = c.sku and o.kind = 'opened' and o.created_at > c.at) as opened
                        from unnest(cast(:skus as text[]), cast(:locations as text[]), cast(:times as timestamptz[]))
                            with ordinality as c(sku, location, at, place)
                        left join stock_levels s on s.sku = c.sku
                        left join location_levels l on l.sku = c.sku and l.location = c.location
                        cross join lateral (
                            select cast(coalesce(sum(delta), 0) as bigint) as units,
                                cast(coalesce(sum(delta) filter (where kind <> 'counted'), 0) as bigint) as moved,
                                max(coalesce(counted_at, created_at)) filter (where kind = 'counted') as counted
                            from stock_movements
                            where sku = c.sku and location = c.location and created_at > c.at) m""", Tuple.class)
                .setParameter("skus", moments.stream().map(Moment::sku).toArray(String[]::new))
                .setParameter(
                        "locations", moments.stream().map(Moment::location).toArray(String[]::new))
                .setParameter(
                        "times",
                        moments.stream().map(moment -> moment.at().toString()).toArray(String[]::new));
        Map<Moment, MovedSince> since = new HashMap<>();
        for (Tuple row : ListSql.tuples(query)) {
            since.put(
                    moments.get(((Number) row.get("place")).intValue() - 1),
                    new MovedSince(
                            ((Number) row.get("units")).longValue(),
                            ((Number) row.get("moved")).longValue(),
                            row.get("counted", Instant.class),
                            row.get("opened", Boolean.class)));
        }
        return since;
    }

    /** The movements of a sku. */
    Page<MovementView> movements(String sku, ListQuery query, UriInfo uri) {
        String from = "from stock_movements m";
        ListSql list = new ListSql(query, SORTS, "m.id").where("m.sku = :sku", "sku", sku);
        long total = list.total(database, from);
        List<Tuple> rows = list.rows(
                database,
                "m.kind, m.location, m.delta, m.reason, m.reservation_id, m.transfer_id, m.counted_at, m.created_at",
                from);
        Page<Tuple> page = query.page(rows, total, list::cursor, uri);
        return new Page<>(page.data().stream().map(MovementView::of).toList(), page.page());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
