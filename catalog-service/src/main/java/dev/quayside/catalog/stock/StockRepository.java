package dev.quayside.catalog.stock;

import dev.quayside.catalog.Contended.Overtaken;
import dev.quayside.catalog.stock.MovementRepository.Moment;
import dev.quayside.kit.page.ListSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of stock. Set-based statements in place of entities: many rows change at once, and each count is checked. */
@ApplicationScoped
class StockRepository {
    private static final String LEVELS = """
            select s.sku, s.on_hand, s.reserved, s.policy, s.backorder_limit, s.available_at, s.low_stock, l.location,
                l.on_hand as there, l.reserved as promised, o.priority
            from stock_levels s
            join location_levels l on l.sku = s.sku
            join stock_locations o on o.code = l.location
            where s.sku = any(:skus) order by s.sku, l.location""";

    private final EntityManager database;

    StockRepository(EntityManager database) {
        this.database = database;
    }

    Optional<LockedStock> find(String sku) {
        return find(List.of(sku)).stream().findFirst();
    }

    List<LockedStock> find(Collection<String> skus) {
        return levels(LEVELS, skus);
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
                policy(first),
                locations);
    }

    private static StockPolicy policy(Tuple row) {
        Number low = (Number) row.get("low_stock");
        return new StockPolicy(
                StockPolicy.Kind.of(row.get("policy", String.class)),
                number(row, "backorder_limit"),
                row.get("available_at", Instant.class),
                low == null ? null : low.longValue());
    }

    /**
     * Makes sure that each sku has its row, and one at main; in sku order, because a new row is a lock as well. New rows have so many units
     * on hand, or none where that is not said; which they are.
     */
    Set<String> open(SortedMap<String, @Nullable Long> units) {
        List<?> opened = database.createNativeQuery("""
                        with opened as (
                            insert into stock_levels (sku, on_hand, reserved)
                            select s.sku, coalesce(s.units, 0), 0
                            from unnest(cast(:skus as text[]), cast(:units as bigint[])) s(sku, units) order by s.sku
                            on conflict on constraint stock_levels_pk do nothing
                            returning sku, on_hand),
                        there as (
                            insert into location_levels (sku, location, on_hand, reserved) select sku, 'main', on_hand, 0 from opened)
                        select sku from opened""")
                .setParameter("skus", units.keySet().toArray(String[]::new))
                .setParameter("units", units.values().toArray(Long[]::new))
                .getResultList();
        return opened.stream().map(String.class::cast).collect(Collectors.toSet());
    }

    /** Gives locked skus their policies. */
    void decide(Map<String, StockPolicy> policies) {
        List<StockPolicy> values = List.copyOf(policies.values());
        database.createNativeQuery("""
                        update stock_levels s set policy = c.policy, backorder_limit = c.backorder_limit,
                            available_at = c.available_at, low_stock = c.low_stock
                        from unnest(cast(:skus as text[]), cast(:kinds as text[]), cast(:limits as bigint[]),
                            cast(:dates as timestamptz[]), cast(:lows as bigint[]))
                            as c(sku, policy, backorder_limit, available_at, low_stock)
                        where s.sku = c.sku""")
                .setParameter("skus", policies.keySet().toArray(String[]::new))
                .setParameter(
                        "kinds",
                        values.stream().map(policy -> policy.kind().text()).toArray(String[]::new))
                .setParameter("limits", values.stream().map(StockPolicy::limit).toArray(Long[]::new))
                .setParameter(
                        "dates", values.stream().map(StockRepository::date).toArray(String[]::new))
                .setParameter("lows", values.stream().map(StockPolicy::lowStock).toArray(Long[]::new))
                .executeUpdate();
    }

    private static @Nullable String date(StockPolicy policy) {
        Instant date = policy.availableAt();
        return date == null ? null : date.toString();
    }

    /** Gives locked skus a row at a location where none was seen of them; an empty one may have come to be before they were locked. */
    void openAt(String location, Collection<String> skus) {
        database.createNativeQuery("""
                        insert into location_levels (sku, location, on_hand, reserved)
                        select s.sku, :location, 0, 0 from unnest(cast(:skus as text[])) s(sku) order by s.sku
                        on conflict on constraint location_levels_pk do nothing""")
                .setParameter("location", location)
                .setParameter("skus", skus.toArray(String[]::new))
                .executeUpdate();
    }

    /** Keeps of locked skus when they were counted where, the latest of all times. */
    void counted(List<Moment> moments) {
        database.createNativeQuery("""
                        insert into location_levels as l (sku, location, on_hand, reserved, counted_at)
                        select c.sku, c.location, 0, 0, c.at
                        from unnest(cast(:skus as text[]), cast(:locations as text[]), cast(:times as timestamptz[]))
                            as c(sku, location, at)
                        order by c.sku, c.location
                        on conflict on constraint location_levels_pk do update set counted_at = excluded.counted_at
                            where l.counted_at is null or l.counted_at < excluded.counted_at""")
                .setParameter("skus", moments.stream().map(Moment::sku).toArray(String[]::new))
                .setParameter(
                        "locations", moments.stream().map(Moment::location).toArray(String[]::new))
                .setParameter(
                        "times",
                        moments.stream().map(moment -> moment.at().toString()).toArray(String[]::new))
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
                                        and l.reserved + c.reserved >= 0
                                        and (l.location = 'main' or l.reserved + c.reserved <= l.on_hand + c.on_hand)
                                    returning 1),
                                whole as (
                                    update stock_levels s set on_hand = s.on_hand + t.on_hand, reserved = s.reserved + t.reserved,
                                        overdraft = case when s.reserved - s.on_hand + t.more <= 0 then 0 else greatest(
                                            s.backorder_limit, least(s.overdraft, s.reserved - s.on_hand + t.more)) end
                                    from (select sku, cast(sum(on_hand) as bigint) as on_hand, cast(sum(reserved) as bigint) as reserved,
                                            cast(sum(reserved - on_hand) as bigint) as more
                                        from c group by sku) t
                                    -- Within the limit, or no worse than it is: what was promised under another limit is kept.
                                    where s.sku = t.sku and s.reserved + t.reserved >= 0
                                        and s.reserved - s.on_hand + t.more <= greatest(
                                            s.backorder_limit, least(s.overdraft, s.reserved - s.on_hand))
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

    private static long number(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }
}
