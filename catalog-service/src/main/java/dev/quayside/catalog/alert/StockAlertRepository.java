package dev.quayside.catalog.alert;

import dev.quayside.kit.page.ListFlag;
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

/** The rows of alerts, as staff look at them. */
@ApplicationScoped
class StockAlertRepository {
    static final ListQuery.Allowed ALLOWED =
            new ListQuery.Allowed(List.of("-createdAt", "createdAt"), Set.of("sku", "acknowledged", "recovered"));

    private static final Map<String, ListSql.Column> SORTS =
            Map.of("createdAt", new ListSql.Column("a.created_at", ListSql.Kind.TIME));
    private static final String FROM = "from stock_alerts a";
    private static final String COLUMNS =
            "a.id, a.sku, a.available, a.threshold, a.created_at, a.recovered_at, a.acknowledged_at";

    private final EntityManager database;

    StockAlertRepository(EntityManager database) {
        this.database = database;
    }

    Page<StockAlertView> list(ListQuery query, UriInfo uri) {
        ListSql list = new ListSql(query, SORTS, "a.id");
        query.filters().forEach((name, text) -> {
            switch (name) {
                case "sku" -> list.where("a.sku = :sku", "sku", text);
                case "acknowledged" ->
                    list.where("(a.acknowledged_at is not null) = :seen", "seen", ListFlag.filter(name, text));
                case "recovered" ->
                    list.where("(a.recovered_at is not null) = :over", "over", ListFlag.filter(name, text));
                default -> throw new IllegalArgumentException("no condition for the filter " + name);
            }
        });
        List<Tuple> rows = list.rows(database, COLUMNS, FROM);
        Page<Tuple> page = query.page(rows, list.total(database, FROM), list::cursor, uri);
        return new Page<>(page.data().stream().map(StockAlertView::of).toList(), page.page());
    }

    Optional<StockAlertView> find(UUID id) {
        return one("select " + COLUMNS + " " + FROM + " where a.id = :id", id);
    }

    Optional<StockAlertView> lock(UUID id) {
        return one("select " + COLUMNS + " " + FROM + " where a.id = :id for update", id);
    }

    /** Marks a locked alert as seen. */
    void acknowledge(UUID id, Instant now) {
        database.createNativeQuery("update stock_alerts set acknowledged_at = :now where id = :id")
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Deletes some of the alerts that have been over for long; how many. */
    int forget(Instant before, int most) {
        return database.createNativeQuery("""
                        delete from stock_alerts where id in (
                            select id from stock_alerts where recovered_at < :before
                            order by created_at, id limit :most for update skip locked)""")
                .setParameter("before", before)
                .setParameter("most", most)
                .executeUpdate();
    }

    private Optional<StockAlertView> one(String sql, UUID id) {
        return ListSql.tuples(database.createNativeQuery(sql, Tuple.class).setParameter("id", id)).stream()
                .findFirst()
                .map(StockAlertView::of);
    }
}
