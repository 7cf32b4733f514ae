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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of stock. Set-based statements in place of entities: many rows change at once, and each count is checked. */
@ApplicationScoped
class StockRepository {
    private static final Map<String, ListSql.Column> MOVEMENT_SORTS =
            Map.of("createdAt", new ListSql.Column("m.created_at", ListSql.Kind.TIME));

    private final EntityManager database;

    StockRepository(EntityManager database) {
        this.database = database;
    }

    Optional<StockLevel> find(String sku) {
        Query query = database.createNativeQuery(
                "select sku, on_hand, reserved from stock_levels where sku = :sku", Tuple.class);
        return ListSql.tuples(query.setParameter("sku", sku)).stream()
                .map(StockRepository::level)
                .findFirst();
    }

    /** Locks rows until the transaction ends, in the order in which every transaction locks them. */
    List<StockLevel> lock(Collection<String> skus) {
        Query query = database.createNativeQuery("""
                select sku, on_hand, reserved from stock_levels
                where sku = any(:skus) order by sku for update""", Tuple.class);
        return ListSql.tuples(query.setParameter("skus", skus.toArray(String[]::new))).stream()
                .map(StockRepository::level)
                .toList();
    }

    /** Makes sure that each sku has a row; in sku order, because a new row is a lock as well. */
    void open(Collection<String> skus) {
        database.createNativeQuery("""
                        insert into stock_levels (sku, on_hand, reserved)
                        select s.sku, 0, 0 from unnest(cast(:skus as text[])) s(sku) order by s.sku
                        on conflict on constraint stock_levels_pk do nothing""")
                .setParameter("skus", skus.toArray(String[]::new))
                .executeUpdate();
    }

    /** Changes rows whose numbers allow it and returns how many did. */
    int apply(List<StockChange> changes) {
        return database.createNativeQuery("""
                        update stock_levels s
                        set on_hand = s.on_hand + c.on_hand, reserved = s.reserved + c.reserved
                        from unnest(cast(:skus as text[]), cast(:onHand as bigint[]), cast(:reserved as bigint[]))
                            as c(sku, on_hand, reserved)
                        where s.sku = c.sku and s.reserved + c.reserved between 0 and s.on_hand + c.on_hand""")
                .setParameter("skus", changes.stream().map(StockChange::sku).toArray(String[]::new))
                .setParameter(
                        "onHand", changes.stream().map(StockChange::onHand).toArray(Long[]::new))
                .setParameter(
                        "reserved", changes.stream().map(StockChange::reserved).toArray(Long[]::new))
                .executeUpdate();
    }

    /** Writes the ledger's row of every change that moves units. */
    void record(List<StockChange> changes, MovementCause cause, Instant now) {
        List<StockChange> moving =
                changes.stream().filter(change -> change.onHand() != 0).toList();
        database.createNativeQuery("""
                        insert into stock_movements (id, sku, kind, delta, reason, reservation_id, return_id,
                            created_at)
                        select m.id, m.sku, :kind, m.delta, :reason, cast(:reservation as uuid), cast(:return as uuid),
                            :now
                        from unnest(cast(:ids as uuid[]), cast(:skus as text[]), cast(:deltas as bigint[]))
                            as m(id, sku, delta)""")
                .setParameter("kind", cause.kind().text())
                .setParameter("reason", cause.reason())
                .setParameter("reservation", text(cause.reservation()))
                .setParameter("return", text(cause.returned()))
                .setParameter("now", now)
                .setParameter("ids", moving.stream().map(change -> Ids.next()).toArray(UUID[]::new))
                .setParameter("skus", moving.stream().map(StockChange::sku).toArray(String[]::new))
                .setParameter("deltas", moving.stream().map(StockChange::onHand).toArray(Long[]::new))
                .executeUpdate();
    }

    /** The movements of a sku. */
    Page<MovementView> movements(String sku, ListQuery query, UriInfo uri) {
        String from = "from stock_movements m";
        ListSql list = new ListSql(query, MOVEMENT_SORTS, "m.id").where("m.sku = :sku", "sku", sku);
        long total = list.total(database, from);
        List<Tuple> rows = list.rows(database, "m.kind, m.delta, m.reason, m.reservation_id, m.created_at", from);
        Page<Tuple> page = query.page(rows, total, list::cursor, uri);
        return new Page<>(page.data().stream().map(MovementView::of).toList(), page.page());
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static StockLevel level(Tuple row) {
        return new StockLevel(
                row.get("sku", String.class),
                ((Number) row.get("on_hand")).longValue(),
                ((Number) row.get("reserved")).longValue());
    }
}
