package dev.quayside.catalog.alert;

import dev.quayside.kit.runtime.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Makes an alert of each sku that becomes low, and ends it when that has recovered; under the locks of the skus' stock. */
@ApplicationScoped
public class StockAlerts {
    private final EntityManager database;
    private final Clock clock;

    StockAlerts(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Looks at skus that have changed; costs nothing as long as none of them becomes low or gets more units. */
    @Transactional(TxType.MANDATORY)
    public void watch(Collection<Watched> skus) {
        List<Watched> low = skus.stream().filter(Watched::becameLow).toList();
        List<Watched> recovered = skus.stream().filter(Watched::recovered).toList();
        Instant now = clock.instant();
        if (!low.isEmpty()) {
            raise(low, now);
        }
        if (!recovered.isEmpty()) {
            end(recovered, now);
        }
    }

    private void raise(List<Watched> low, Instant now) {
        database.createNativeQuery("""
                        insert into stock_alerts (id, sku, available, threshold, created_at)
                        select a.id, a.sku, a.available, a.threshold, :now
                        from unnest(cast(:ids as uuid[]), cast(:skus as text[]), cast(:available as bigint[]),
                            cast(:thresholds as bigint[])) as a(id, sku, available, threshold)
                        on conflict do nothing""")
                .setParameter("ids", low.stream().map(one -> Ids.next()).toArray(UUID[]::new))
                .setParameter("skus", low.stream().map(Watched::sku).toArray(String[]::new))
                .setParameter("available", low.stream().map(Watched::available).toArray(Long[]::new))
                .setParameter("thresholds", low.stream().map(Watched::threshold).toArray(Long[]::new))
                .setParameter("now", now)
                .executeUpdate();
    }

    private void end(List<Watched> recovered, Instant now) {
        database.createNativeQuery(
                        "update stock_alerts set recovered_at = :now where sku = any(:skus) and recovered_at is null")
                .setParameter("skus", recovered.stream().map(Watched::sku).toArray(String[]::new))
                .setParameter("now", now)
                .executeUpdate();
    }
}
