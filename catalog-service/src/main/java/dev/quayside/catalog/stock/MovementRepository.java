package dev.quayside.catalog.stock;

import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.runtime.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
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
                            transfer_id, created_at)
                        select m.id, m.sku, m.location, :kind, m.delta, :reason, cast(:reservation as uuid),
                            cast(:return as uuid), cast(:transfer as uuid), :now
                        from unnest(cast(:ids as uuid[]), cast(:skus as text[]), cast(:locations as text[]),
                            cast(:deltas as bigint[])) as m(id, sku, location, delta)""")
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
                .executeUpdate();
    }

    /** The movements of a sku. */
    Page<MovementView> movements(String sku, ListQuery query, UriInfo uri) {
        String from = "from stock_movements m";
        ListSql list = new ListSql(query, SORTS, "m.id").where("m.sku = :sku", "sku", sku);
        long total = list.total(database, from);
        List<Tuple> rows = list.rows(
                database, "m.kind, m.location, m.delta, m.reason, m.reservation_id, m.transfer_id, m.created_at", from);
        Page<Tuple> page = query.page(rows, total, list::cursor, uri);
        return new Page<>(page.data().stream().map(MovementView::of).toList(), page.page());
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
