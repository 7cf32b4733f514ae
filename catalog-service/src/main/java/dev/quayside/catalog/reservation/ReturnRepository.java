package dev.quayside.catalog.reservation;

import dev.quayside.kit.page.ListSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** The rows of returns, and the count of units that are back. Written under the lock of the reservation's row. */
@ApplicationScoped
class ReturnRepository {
    private final EntityManager database;

    ReturnRepository(EntityManager database) {
        this.database = database;
    }

    /** Inserts a return, or waits for whoever is inserting it and answers false. */
    boolean insert(UUID id, UUID reservation, Instant now) {
        return database.createNativeQuery("""
                        insert into reservation_returns (id, reservation_id, created_at) values (:id, :reservation, :now)
                        on conflict on constraint reservation_returns_pk do nothing""")
                        .setParameter("id", id)
                        .setParameter("reservation", reservation)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    void insertLines(UUID id, UUID reservation, Map<String, Long> quantities) {
        bind(database.createNativeQuery("""
                insert into reservation_return_lines (return_id, sku, reservation_id, quantity)
                select :id, c.sku, :reservation, c.units
                from unnest(cast(:skus as text[]), cast(:units as bigint[])) as c(sku, units)"""), quantities)
                .setParameter("id", id)
                .setParameter("reservation", reservation)
                .executeUpdate();
    }

    /** What a return brought back to a reservation, by sku; empty when it was another reservation's. */
    SortedMap<String, Long> lines(UUID id, UUID reservation) {
        return units(database.createNativeQuery("""
                select sku, quantity as units from reservation_return_lines
                where return_id = :id and reservation_id = :reservation""", Tuple.class)
                .setParameter("id", id)
                .setParameter("reservation", reservation));
    }

    /** Of a reservation, the units that are not back, by sku. */
    SortedMap<String, Long> out(UUID reservation) {
        return units(database.createNativeQuery("""
                select sku, quantity - returned as units from reservation_lines
                where reservation_id = :reservation and quantity > returned""", Tuple.class).setParameter("reservation", reservation));
    }

    /** Counts units of a reservation as back, which {@link #out} has shown to be out. */
    void count(UUID reservation, Map<String, Long> quantities) {
        int changed = bind(database.createNativeQuery("""
                update reservation_lines l set returned = l.returned + c.units
                from unnest(cast(:skus as text[]), cast(:units as bigint[])) as c(sku, units)
                where l.reservation_id = :reservation and l.sku = c.sku and l.returned + c.units <= l.quantity"""), quantities)
                .setParameter("reservation", reservation)
                .executeUpdate();
        if (changed != quantities.size()) {
            throw new IllegalStateException(
                    "%d of %d lines of reservation %s changed".formatted(changed, quantities.size(), reservation));
        }
    }

    private static Query bind(Query query, Map<String, Long> quantities) {
        return query.setParameter("skus", quantities.keySet().toArray(String[]::new))
                .setParameter("units", quantities.values().toArray(Long[]::new));
    }

    private static SortedMap<String, Long> units(Query query) {
        SortedMap<String, Long> units = new TreeMap<>();
        ListSql.tuples(query)
                .forEach(row -> units.put(row.get("sku", String.class), ((Number) row.get("units")).longValue()));
        return units;
    }
}
