package dev.quayside.catalog.collection;

import dev.quayside.catalog.Shape;
import dev.quayside.catalog.cache.Announcements;
import dev.quayside.catalog.cache.Keys;
import dev.quayside.kit.step.DurableSteps;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Carries a collection into its rows: those by hand at once, those by rule by a step that is owed from this transaction on. */
@ApplicationScoped
class CollectionWriter {
    private final CollectionRepository collections;
    private final CollectionRules rules;
    private final Members members;
    private final Shape shape;
    private final Announcements announcements;
    private final DurableSteps steps;
    private final Clock clock;

    CollectionWriter(
            CollectionRepository collections,
            CollectionRules rules,
            Members members,
            Shape shape,
            Announcements announcements,
            DurableSteps steps,
            Clock clock) {
        this.collections = collections;
        this.rules = rules;
        this.members = members;
        this.shape = shape;
        this.announcements = announcements;
        this.steps = steps;
        this.clock = clock;
    }

    /** Tells that answers about collections, and lists of their products, are old. */
    void announce() {
        announcements.announce(Set.of(Keys.COLLECTIONS));
    }

    /** Waits for those who are filing products by the rule of before. */
    void beforeRuleChanges() {
        shape.change();
    }

    void write(ProductCollection collection, CollectionRequest request) {
        Rule before = collection.rule();
        if (collection.version() == 0 && request.rule() != null) {
            beforeRuleChanges();
        }
        rules.check(request, before == null && request.rule() != null);
        collection.define(request, clock.instant());
        collections.persistAndFlush(collection);
        if (request.rule() == null) {
            rules.requireKnown(request.productsOrNone(), members.put(collection.id(), request.productsOrNone()));
        } else if (!request.rule().equals(before)) {
            refill(collection, before);
        }
        announce();
    }

    private void refill(ProductCollection collection, @Nullable Rule before) {
        if (before == null) {
            members.clear(collection.id());
        }
        steps.schedule(FillCollection.NAME, collection.id(), String.valueOf(collection.version()), clock.instant());
    }

    CollectionView view(ProductCollection collection) {
        List<String> products = collection.rule() == null ? members.slugs(collection.id()) : List.of();
        return collection.view(products);
    }
}
