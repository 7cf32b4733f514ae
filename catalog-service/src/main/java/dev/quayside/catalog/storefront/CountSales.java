package dev.quayside.catalog.storefront;

import dev.quayside.catalog.Contended;
import dev.quayside.catalog.cache.Announcements;
import dev.quayside.catalog.cache.Keys;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.step.RecurringStep;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Counts the units that each product has sold in the last 30 days, at intervals in one of the instances: what reservations took out of the
 * stock less what came back of it. Lists by bestselling are that old; a sale itself writes nothing but the ledger.
 */
@ApplicationScoped
public class CountSales implements RecurringStep {
    private static final Duration WINDOW = Duration.ofDays(30);
    /** As many changed products are held in memory; the rest is counted at once again. */
    private static final int MOST = 10_000;

    /** Rows that each batch keeps locked until all are written; a checkout that changes a stock state waits for them. */
    private static final int BATCH = 100;

    private static final String CHANGED = """
            with sold as (
                select v.product_id, greatest(0, -sum(m.delta)) as units
                from stock_movements m join variants v on v.sku = m.sku
                where m.kind in ('committed', 'returned') and m.created_at > :since
                group by v.product_id)
            select product_id, cast(coalesce(n.units, 0) as bigint) as units
            from sold n full join product_sales k using (product_id)
            where coalesce(n.units, 0) <> coalesce(k.units, 0)
            order by product_id limit :most""";
    private static final String COUNTED =
            "unnest(cast(:products as uuid[]), cast(:units as bigint[])) as n(product_id, units)";

    private final EntityManager database;
    private final Announcements changes;
    private final Clock clock;
    private final Duration every;

    private record Sold(UUID product, long units) {}

    CountSales(
            EntityManager database,
            Announcements changes,
            Clock clock,
            @ConfigProperty(name = "quayside.storefront.count-sales-every") Duration every) {
        this.database = database;
        this.changes = changes;
        this.clock = clock;
        this.every = every;
    }

    @Override
    public String name() {
        return "count-sales";
    }

    @Override
    public Outcome run(UUID all) {
        List<Sold> sold = QuarkusTransaction.requiringNew().call(this::changed);
        for (int from = 0; from < sold.size(); from += BATCH) {
            List<Sold> batch = sold.subList(from, Math.min(from + BATCH, sold.size()));
            Contended.transaction(() -> write(batch));
        }
        return Outcome.again(sold.size() == MOST ? Duration.ZERO : every);
    }

    private List<Sold> changed() {
        Query query = database.createNativeQuery(CHANGED, Tuple.class)
                .setParameter("since", clock.instant().minus(WINDOW))
                .setParameter("most", MOST);
        return ListSql.tuples(query).stream()
                .map(row -> new Sold(row.get("product_id", UUID.class), ((Number) row.get("units")).longValue()))
                .toList();
    }

    /** The products are locked, as by whoever makes their rows anew: one of the two sees what the other has written. */
    private int write(List<Sold> batch) {
        database.createNativeQuery("select id from products where id = any(:products) order by id for no key update")
                .setParameter("products", batch.stream().map(Sold::product).toArray(UUID[]::new))
                .getResultList();
        counted(batch, """
                insert into product_sales as k (product_id, units)
                select n.product_id, n.units from %s where n.units > 0
                on conflict on constraint product_sales_pk do update set units = excluded.units""");
        counted(batch, "delete from product_sales k using %s where n.units = 0 and k.product_id = n.product_id");
        int shown = counted(batch, """
                update storefront_products s set sold = n.units
                from %s where s.product_id = n.product_id and s.sold <> n.units""");
        if (shown > 0) {
            changes.announce(Set.of(Keys.SALES));
        }
        return shown;
    }

    private int counted(List<Sold> batch, String sql) {
        return database.createNativeQuery(sql.formatted(COUNTED))
                .setParameter("products", batch.stream().map(Sold::product).toArray(UUID[]::new))
                .setParameter("units", batch.stream().map(Sold::units).toArray(Long[]::new))
                .executeUpdate();
    }
}
