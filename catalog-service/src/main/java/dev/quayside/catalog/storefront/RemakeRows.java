package dev.quayside.catalog.storefront;

import dev.quayside.catalog.Contended;
import dev.quayside.kit.step.RecurringStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Makes the storefront's rows again that an earlier version of the service, or other settings, made, at most a hundred products in a
 * transaction. Until then they are shown as they are.
 */
@ApplicationScoped
public class RemakeRows implements RecurringStep {
    private static final int BATCH = 100;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final EntityManager database;
    private final ReadModel readModel;
    private final StorefrontSettings settings;

    RemakeRows(EntityManager database, ReadModel readModel, StorefrontSettings settings) {
        this.database = database;
        this.readModel = readModel;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "remake-storefront-rows";
    }

    @Override
    public Outcome run(UUID all) {
        int most = readModel.atOnce(BATCH);
        int made = Contended.transaction(() -> batch(most));
        return Outcome.again(made == most ? Duration.ZERO : PAUSE);
    }

    private int batch(int most) {
        List<?> rows = database.createNativeQuery("""
                        select distinct s.product_id from storefront_products s
                        where s.layout < :layout or s.layout > :layout limit :batch""")
                .setParameter("layout", settings.layout())
                .setParameter("batch", most)
                .getResultList();
        List<UUID> products = rows.stream().map(UUID.class::cast).toList();
        readModel.productsChanged(products);
        return products.size();
    }
}
