package dev.quayside.catalog.location;

import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows of locations. */
@ApplicationScoped
class LocationRepository {
    static final ListQuery.Allowed ALLOWED = new ListQuery.Allowed(List.of("priority", "code", "-createdAt"), Set.of());

    private static final Map<String, ListSql.Column> SORTS = Map.of(
            "priority", new ListSql.Column("cast(o.priority as bigint)", ListSql.Kind.NUMBER),
            "code", new ListSql.Column("o.code collate \"C\"", ListSql.Kind.TEXT),
            "createdAt", new ListSql.Column("o.created_at", ListSql.Kind.TIME));
    private static final String COLUMNS =
            "o.id, o.code, o.name, o.priority, o.active, o.version, o.created_at, o.updated_at";
    private static final String FROM = "from stock_locations o";

    private final EntityManager database;

    LocationRepository(EntityManager database) {
        this.database = database;
    }

    Page<LocationView> list(ListQuery query, UriInfo uri) {
        ListSql list = new ListSql(query, SORTS, "o.id");
        List<Tuple> rows = list.rows(database, COLUMNS, FROM);
        Page<Tuple> page = query.page(rows, list.total(database, FROM), list::cursor, uri);
        return new Page<>(page.data().stream().map(LocationView::of).toList(), page.page());
    }

    Optional<LocationView> find(UUID id) {
        return one("select " + COLUMNS + " " + FROM + " where o.id = :id", id);
    }

    /** Locks a location: nobody brings units there until the transaction ends. */
    Optional<LocationView> lock(UUID id) {
        return one("select " + COLUMNS + " " + FROM + " where o.id = :id for update", id);
    }

    long count() {
        return ((Number) database.createNativeQuery("select count(*) from stock_locations")
                        .getSingleResult())
                .longValue();
    }

    /** Inserts a location; false if its code is taken. */
    boolean insert(UUID id, LocationRequest location, Instant now) {
        return bind(database.createNativeQuery("""
                        insert into stock_locations (id, code, name, priority, active, version, created_at, updated_at)
                        values (:id, :code, :name, :priority, :active, 1, :now, :now)
                        on conflict on constraint stock_locations_code_unique do nothing"""), location, now)
                        .setParameter("id", id)
                        .setParameter("code", location.code())
                        .executeUpdate()
                == 1;
    }

    /** Changes a locked location. */
    void update(UUID id, LocationRequest location, Instant now) {
        bind(database.createNativeQuery("""
                update stock_locations set name = :name, priority = :priority, active = :active, version = version + 1,
                    updated_at = :now
                where id = :id"""), location, now)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** How many skus have units at a location, or promised from there; asked under its lock. */
    long skusAt(String code) {
        return ((Number) database.createNativeQuery("""
                        select count(*) from location_levels where location = :code and (on_hand <> 0 or reserved <> 0)""")
                        .setParameter("code", code)
                        .getSingleResult())
                .longValue();
    }

    /** Deletes a locked location that nothing is at. */
    void delete(LocationView location) {
        database.createNativeQuery(
                        "delete from location_levels where location = :code and on_hand = 0 and reserved = 0")
                .setParameter("code", location.code())
                .executeUpdate();
        database.createNativeQuery("delete from stock_locations where id = :id")
                .setParameter("id", location.id())
                .executeUpdate();
    }

    private static Query bind(Query query, LocationRequest location, Instant now) {
        return query.setParameter("name", location.name())
                .setParameter("priority", location.priorityOrUsual())
                .setParameter("active", location.isActive())
                .setParameter("now", now);
    }

    private Optional<LocationView> one(String sql, UUID id) {
        return ListSql.tuples(database.createNativeQuery(sql, Tuple.class).setParameter("id", id)).stream()
                .findFirst()
                .map(LocationView::of);
    }
}
