package dev.quayside.catalog.audit;

import dev.quayside.catalog.audit.Invariant.Offender;
import dev.quayside.kit.page.ListSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit's statements. */
@ApplicationScoped
class AuditQueries {
    private static final String STOCK = """
            with held as (
                select l.sku, a.location, sum(a.units) as units from reservation_lines l
                join reservations r on r.id = l.reservation_id and r.status = 'held'
                cross join lateral (
                    select 'main' as location, l.quantity as units where l.locations is null
                    union all select e.key, cast(e.value as bigint) from jsonb_each_text(l.locations) e) a
                group by l.sku, a.location),
            split as (
                select distinct sku from reservation_lines l where locations is not null and quantity <> (
                    select coalesce(sum(cast(e.value as bigint)), 0) from jsonb_each_text(l.locations) e)),
            back as (select sku, sum(returned) as units from reservation_lines where returned > 0 group by sku),
            moved as (
                select sku, location, sum(delta) as units, sum(delta) filter (where kind = 'returned') as returned
                from stock_movements group by sku, location),
            places as (
                select sku, sum(n.on_hand) as on_hand, sum(n.reserved) as reserved, sum(h.units) as held, sum(m.units) as ledger,
                    sum(m.returned) as returned, bool_or(coalesce(n.on_hand, 0) <> coalesce(m.units, 0)
                        or coalesce(n.reserved, 0) <> coalesce(h.units, 0)
                        or n.reserved < 0 or (location <> 'main' and n.reserved > n.on_hand)) as off
                from location_levels n full join held h using (sku, location) full join moved m using (sku, location) group by sku),
            numbers as (
                select s.sku, s.on_hand, s.reserved, s.overdraft, coalesce(p.held, 0) as held, coalesce(p.ledger, 0) as ledger,
                    coalesce(b.units, 0) as back, coalesce(p.returned, 0) as returned,
                    p.off or s.on_hand is distinct from p.on_hand or s.reserved is distinct from p.reserved or a.sku is not null as off
                from stock_levels s left join places p on p.sku = s.sku left join back b on b.sku = s.sku
                left join split a on a.sku = s.sku),
            broken as (
                select * from numbers where reserved < 0 or reserved > on_hand + overdraft or reserved <> held
                    or on_hand <> ledger or back <> returned or off)
            select (select count(*) from numbers) as checked, (select count(*) from broken) as violations,
                b.sku, b.on_hand, b.reserved, b.held, b.ledger, b.back, b.returned, b.off
            from (select 1) as always left join (select * from broken order by sku limit 100) b on true""";

    private final EntityManager database;

    AuditQueries(EntityManager database) {
        this.database = database;
    }

    /**
     * I1: 0 ≤ reserved ≤ on hand, or as far beyond as a policy allowed; reserved is what is held, the ledger sums to what is on hand and
     * has every return; of a sku as a whole and at each location, and the locations sum to the whole, as those of an order's line do to its
     * quantity.
     */
    @Transactional
    Invariant stock() {
        List<Tuple> rows = ListSql.tuples(database.createNativeQuery(STOCK, Tuple.class));
        List<Offender> offenders = rows.stream()
                .filter(row -> row.get("sku") != null)
                .map(AuditQueries::offender)
                .toList();
        Tuple first = rows.get(0);
        return new Invariant(
                "I1",
                ((Number) first.get("checked")).longValue(),
                ((Number) first.get("violations")).longValue(),
                offenders);
    }

    /** Reservations by ascending id, one more than asked for if there is one. */
    @Transactional
    List<AuditedReservation> reservations(@Nullable UUID after, int limit) {
        Query query = database.createNativeQuery("""
                select r.id, r.status, cast(coalesce(l.lines, '[]') as text) as lines, r.updated_at
                from reservations r
                left join lateral (
                    select json_agg(json_build_object('sku', l.sku, 'quantity', l.quantity, 'returned', l.returned)
                        order by l.position) as lines
                    from reservation_lines l where l.reservation_id = r.id) l on true
                where r.id > cast(:after as uuid) or cast(:after as uuid) is null
                order by r.id limit :rows""", Tuple.class)
                .setParameter("after", after == null ? null : after.toString())
                .setParameter("rows", limit + 1);
        return ListSql.tuples(query).stream().map(AuditQueries::reservation).toList();
    }

    private static Offender offender(Tuple row) {
        return new Offender(
                row.get("sku", String.class),
                "on_hand %s, reserved %s, held %s, ledger %s, back %s, ledger of returns %s%s"
                        .formatted(
                                row.get("on_hand"),
                                row.get("reserved"),
                                row.get("held"),
                                row.get("ledger"),
                                row.get("back"),
                                row.get("returned"),
                                row.get("off", Boolean.class) ? "; its locations disagree" : ""));
    }

    private static AuditedReservation reservation(Tuple row) {
        return new AuditedReservation(
                row.get("id", UUID.class),
                row.get("status", String.class),
                row.get("lines", String.class),
                row.get("updated_at", Instant.class));
    }
}
