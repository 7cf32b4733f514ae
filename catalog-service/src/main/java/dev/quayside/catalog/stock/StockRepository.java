package dev.quayside.catalog.stock;

import dev.quayside.catalog.Contended.Overtaken;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
    private static final String LEVELS = """
            select s.sku, s.on_hand, s.reserved, l.location, l.on_hand as there, l.reserved as promised, o.priority
            from stock_levels s
            join location_levels l on l.sku = s.sku
            join stock_locations o on o.code = l.location
            where s.sku = any(:skus) order by s.sku, l.location""";

    private final EntityManager database;

    StockRepository(EntityManager database) {
        this.database = database;
    }

    Optional<LockedStock> find(String sku) {
        return levels(LEVELS, List.of(sku)).stream().findFirst();
    }

    /**
     * Locks rows until the transaction ends, in the order in which every transaction locks them: a sku's own, then those at its
     * locations. Each is read as it is once it is locked; a row at a location that has only come to be while this waited is missed.
     */
    List<LockedStock> lock(Collection<String> skus) {
        List<LockedStock> locked = levels(LEVELS + " for update of s, l", skus);
        locked.forEach(StockRepository::requireWhole);
        return locked;
    }

    private static void requireWhole(LockedStock stock) {
        long onHand =
                stock.locations().stream().mapToLong(LocationLevel::onHand).sum();
        long reserved =
                stock.locations().stream().mapToLong(LocationLevel::reserved).sum();
        if (onHand != stock.level().onHand() || reserved != stock.level().reserved()) {
            throw new Overtaken("units of " + stock.level().sku() + " have been brought to another location since");
        }
    }

    private List<LockedStock> levels(String sql, Collection<String> skus) {
        Query query = database.createNativeQuery(sql, Tuple.class);
        Map<String, List<Tuple>> rows = new LinkedHashMap<>();
        for (Tuple row : ListSql.tuples(query.setParameter("skus", skus.toArray(String[]::new)))) {
            rows.computeIfAbsent(row.get("sku", String.class), sku -> new ArrayList<>())
                    .add(row);
        }
        return rows.values().stream().map(StockRepository::stock).toList();
    }

    private static LockedStock stock(List<Tuple> rows) {
        Tuple first = rows.get(0);
        List<LocationLevel> locations = rows.stream()
                .sorted(Comparator.comparing((Tuple row) -> row.get("priority", Integer.class))
                        .thenComparing(row -> row.get("location", String.class)))
                .map(row -> new LocationLevel(
                        row.get("location", String.class), number(row, "there"), number(row, "promised")))
                .toList();
        return new LockedStock(
                new StockLevel(first.get("sku", String.class), number(first, "on_hand"), number(first, "reserved")),
                locations);
    }

    /** Makes sure that each sku has its row, and one at main; in sku order, because a new row is a lock as well. */
    void open(Collection<String> skus) {
        database.createNativeQuery("""
                        with opened as (
                            insert into stock_levels (sku, on_hand, reserved)
                            select s.sku, 0, 0 from unnest(cast(:skus as text[])) s(sku) order by s.sku
                            on conflict on constraint stock_levels_pk do nothing
                            returning sku)
                        insert into location_levels (sku, location, on_hand, reserved) select sku, 'main', 0, 0 from opened""")
                .setParameter("skus", skus.toArray(String[]::new))
                .executeUpdate();
    }

    /** Gives locked skus a row at a location where they have had none. */
    void openAt(String location, Collection<String> skus) {
        database.createNativeQuery("""
                        insert into location_levels (sku, location, on_hand, reserved)
                        select s.sku, :location, 0, 0 from unnest(cast(:skus as text[])) s(sku) order by s.sku""")
                .setParameter("location", location)
                .setParameter("skus", skus.toArray(String[]::new))
                .executeUpdate();
    }

    /** Changes rows at locations, and their skus' own, whose numbers allow it; how many of each did. */
    Applied apply(List<StockChange> changes) {
        Tuple counts = ListSql.tuples(database.createNativeQuery("""
                                with c as materialized (
                                    select * from unnest(cast(:skus as text[]), cast(:locations as text[]),
                                        cast(:onHand as bigint[]), cast(:reserved as bigint[])) as c(sku, location, on_hand, reserved)),
                                there as (
                                    update location_levels l set on_hand = l.on_hand + c.on_hand, reserved = l.reserved + c.reserved
                                    from c where l.sku = c.sku and l.location = c.location
                                        and l.reserved + c.reserved between 0 and l.on_hand + c.on_hand
                                    returning 1),
                                whole as (
                                    update stock_levels s set on_hand = s.on_hand + t.on_hand, reserved = s.reserved + t.reserved
                                    from (select sku, cast(sum(on_hand) as bigint) as on_hand, cast(sum(reserved) as bigint) as reserved
                                        from c group by sku) t
                                    where s.sku = t.sku and s.reserved + t.reserved between 0 and s.on_hand + t.on_hand
                                    returning 1)
                                select (select count(*) from there) as there, (select count(*) from whole) as whole""", Tuple.class)
                        .setParameter(
                                "skus", changes.stream().map(StockChange::sku).toArray(String[]::new))
                        .setParameter(
                                "locations",
                                changes.stream().map(StockChange::location).toArray(String[]::new))
                        .setParameter(
                                "onHand",
                                changes.stream().map(StockChange::onHand).toArray(Long[]::new))
                        .setParameter(
                                "reserved",
                                changes.stream().map(StockChange::reserved).toArray(Long[]::new)))
                .get(0);
        return new Applied((int) number(counts, "there"), (int) number(counts, "whole"));
    }

    /** Rows that were changed: those at locations, and the skus' own. */
    record Applied(int there, int whole) {}

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
        ListSql list = new ListSql(query, MOVEMENT_SORTS, "m.id").where("m.sku = :sku", "sku", sku);
        long total = list.total(database, from);
        List<Tuple> rows = list.rows(
                database, "m.kind, m.location, m.delta, m.reason, m.reservation_id, m.transfer_id, m.created_at", from);
        Page<Tuple> page = query.page(rows, total, list::cursor, uri);
        return new Page<>(page.data().stream().map(MovementView::of).toList(), page.page());
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static long number(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }
}
