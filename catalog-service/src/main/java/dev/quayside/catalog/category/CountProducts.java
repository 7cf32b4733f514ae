package dev.quayside.catalog.category;

import dev.quayside.catalog.cache.Announcements;
import dev.quayside.catalog.cache.Keys;
import dev.quayside.kit.step.RecurringStep;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counts the public products of each category with all below it, at intervals in one of the instances. */
@ApplicationScoped
class CountProducts implements RecurringStep {
    private final EntityManager database;
    private final Announcements announcements;
    private final Clock clock;
    private final Duration every;

    CountProducts(
            EntityManager database,
            Announcements announcements,
            Clock clock,
            @ConfigProperty(name = "quayside.catalog.count-every") Duration every) {
        this.database = database;
        this.announcements = announcements;
        this.clock = clock;
        this.every = every;
    }

    @Override
    public String name() {
        return "count-category-products";
    }

    @Override
    public Outcome run(UUID subject) {
        QuarkusTransaction.requiringNew().run(this::count);
        return Outcome.again(every);
    }

    private void count() {
        int changed = database.createNativeQuery("""
                        with counted as (
                            select a.slug, count(distinct pc.product_id) as products
                            from products p
                            join product_categories pc on pc.product_id = p.id
                            join categories c on c.id = pc.category_id
                            cross join unnest(c.path) as a(slug)
                            where is_public(p.status, p.publish_at, :now)
                            group by a.slug),
                        changed as (
                            select k.id, coalesce(n.products, 0) as products
                            from categories k left join counted n on n.slug = k.slug
                            where k.product_count <> coalesce(n.products, 0)
                            -- A category that is being changed is counted the next time.
                            order by k.id for no key update of k skip locked)
                        update categories k set product_count = d.products from changed d where d.id = k.id""")
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (changed > 0) {
            announcements.announce(Set.of(Keys.CATEGORIES));
        }
    }
}
