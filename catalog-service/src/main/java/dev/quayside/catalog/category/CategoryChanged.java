package dev.quayside.catalog.category;

import dev.quayside.catalog.storefront.ReadModel;
import dev.quayside.kit.step.DurableStep;
import dev.quayside.kit.step.DurableSteps;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Carries a category's new name or place to the storefront rows of the products in it and below it, in batches of their own
 * transactions. Run again from the start after a crash, it only writes the same once more.
 */
@ApplicationScoped
class CategoryChanged implements DurableStep {
    static final String NAME = "category-changed";

    private static final int BATCH = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final EntityManager database;
    private final ReadModel readModel;
    private final DurableSteps steps;
    private final Clock clock;

    CategoryChanged(EntityManager database, ReadModel readModel, DurableSteps steps, Clock clock) {
        this.database = database;
        this.readModel = readModel;
        this.steps = steps;
        this.clock = clock;
    }

    /** Owes it for a version of a category, in the transaction of the change. */
    void owe(UUID category, long version) {
        steps.schedule(NAME, category, String.valueOf(version), clock.instant());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID category) {
        UUID after = FIRST;
        while (after != null) {
            UUID from = after;
            after = QuarkusTransaction.requiringNew().call(() -> batch(category, from));
        }
        return Outcome.DONE;
    }

    /** Rewrites the next products; the last of them, or null when there are no more. */
    private @Nullable UUID batch(UUID category, UUID after) {
        int most = readModel.atOnce(BATCH);
        List<?> rows = database.createNativeQuery("""
                        select distinct pc.product_id from categories top
                        join categories c on c.path @> array[top.slug]
                        join product_categories pc on pc.category_id = c.id
                        where top.id = :category and pc.product_id > :after
                        order by pc.product_id limit :batch""")
                .setParameter("category", category)
                .setParameter("after", after)
                .setParameter("batch", most)
                .getResultList();
        List<UUID> products = rows.stream().map(UUID.class::cast).toList();
        readModel.productsChanged(products);
        return products.size() < most ? null : products.get(most - 1);
    }
}
