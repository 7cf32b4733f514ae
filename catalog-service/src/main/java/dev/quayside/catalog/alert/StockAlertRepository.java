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

    /**
     * Ends some of the alerts of skus that are above their thresholds by now; how many. What others are changing is looked at next time.
     */
    int endOthers(long usual, Instant now, int most) {
        return database.createNativeQuery("""
                        with over as (
                            select s.sku from stock_levels s join stock_alerts a on a.sku = s.sku and a.recovered_at is null
                            where s.on_hand - s.reserved > coalesce(s.low_stock, :usual)
                            order by s.sku limit :most for update of s skip locked)
                        update stock_alerts a set recovered_at = :now from over where a.sku = over.sku and a.recovered_at is null""")
                .setParameter("usual", usual)
                .setParameter("now", now)
                .setParameter("most", most)
                .executeUpdate();
    }

    /** Makes some of the alerts that are missing, of skus of products; how many. */
    int raiseOthers(long usual, Instant now, int most) {
        return database.createNativeQuery("""
                        with low as (
                            select s.sku, s.on_hand - s.reserved as available, coalesce(s.low_stock, :usual) as threshold
                            from stock_levels s
                            where s.on_hand - s.reserved <= coalesce(s.low_stock, :usual)
                                and exists (select 1 from variants v where v.sku = s.sku)
                                and not exists (select 1 from stock_alerts a where a.sku = s.sku and a.recovered_at is null)
                            order by s.sku limit :most for update of s skip locked)
                        insert into stock_alerts (id, sku, available, threshold, created_at)
                        select gen_random_uuid(), sku, available, threshold, :now from low
                        on conflict do nothing""")
                .setParameter("usual", usual)
                .setParameter("now", now)
                .setParameter("most", most)
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
