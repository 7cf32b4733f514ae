package dev.quayside.catalog.product;

import dev.quayside.catalog.Contended.Overtaken;
import dev.quayside.catalog.category.Categories;
import dev.quayside.catalog.language.Languages;
import dev.quayside.catalog.product.ProductBatches.Written;
import dev.quayside.catalog.product.ProductWalk.Step;
import dev.quayside.catalog.product.ProductWriter.Wish;
import dev.quayside.kit.auditlog.Actor;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.page.Cursor;
import dev.quayside.kit.problem.BodyFaults;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Edits of the products that a filter finds, batch by batch, each decided like a single PATCH. */
@ApplicationScoped
public class ProductEdits {
    /**
     * Which products; what is said adds up.
     *
     * @param filters those of the staff's list, by name
     * @param ids of the products; none for any
     * @param slugs of the products; none for any
     * @param until products made later are left out
     */
    public record Chosen(Map<String, String> filters, List<UUID> ids, List<String> slugs, Instant until) {}

    /** A product as it was found, and what became of it. */
    public record Edited(ProductView product, Written written) {}

    /**
     * What was edited together.
     *
     * @param reached where to go on; null when no product was left
     */
    public record Batch(List<Edited> edited, @Nullable Cursor reached) {
        static final Batch END = new Batch(List.of(), null);
    }

    private final ProductWalk walk;
    private final ProductViews views;
    private final ProductWriter writer;
    private final Categories categories;
    private final Validator validator;
    private final AuditTrail trail;
    private final Clock clock;
    private final Languages languages;

    ProductEdits(
            ProductWalk walk,
            ProductViews views,
            ProductWriter writer,
            Categories categories,
            Validator validator,
            AuditTrail trail,
            Clock clock,
            Languages languages) {
        this.walk = walk;
        this.views = views;
        this.writer = writer;
        this.categories = categories;
        this.validator = validator;
        this.trail = trail;
        this.clock = clock;
        this.languages = languages;
    }

    /** Refuses a filter that the staff's list would refuse: 400 {@code invalid_parameter}. */
    public void check(Chosen chosen) {
        ProductWalk.check(chosen);
    }

    /** Those of the slugs that no category has. */
    @Transactional(TxType.MANDATORY)
    public Set<String> unknownCategories(Collection<String> slugs) {
        Set<String> unknown = new TreeSet<>(slugs);
        unknown.removeAll(categories.idsOf(slugs).keySet());
        return unknown;
    }

    /** How many products there are to be edited. */
    @Transactional(TxType.MANDATORY)
    public long count(Chosen chosen) {
        return walk.count(chosen);
    }

    /**
     * Edits the next products, in the caller's transaction, which has to be one of {@code Contended}: a product that somebody else
     * changes meanwhile is read and edited again. One that is refused does not hinder the others.
     *
     * @param edit makes of a product what it is to be; what it throws refuses the product
     * @param by who is answerable
     */
    @Transactional(TxType.MANDATORY)
    public Batch write(Chosen chosen, @Nullable Cursor behind, UnaryOperator<ProductRequest> edit, Actor by) {
        return next(chosen, behind, edit, wishes -> {
            List<Written> written = writer.write(wishes);
            trail.recordAll(by, ProductBatches.changes(written));
            return written;
        });
    }

    /** Finds out what {@link #write} would do, and writes nothing. */
    @Transactional(TxType.MANDATORY)
    public Batch tried(Chosen chosen, @Nullable Cursor behind, UnaryOperator<ProductRequest> edit) {
        return next(chosen, behind, edit, this::tried);
    }

    private Batch next(
            Chosen chosen,
            @Nullable Cursor behind,
            UnaryOperator<ProductRequest> edit,
            Function<List<Wish>, List<Written>> carryOut) {
        List<Step> steps = walk.next(chosen, behind);
        if (steps.isEmpty()) {
            return Batch.END;
        }
        Map<UUID, Written> refused = new HashMap<>();
        List<Wish> wishes = new ArrayList<>();
        List<ProductView> found = found(steps);
        for (ProductView product : found) {
            try {
                wishes.add(wish(product, edit));
            } catch (ProblemException wrong) {
                refused.put(product.id(), Written.refused(wrong));
            }
        }
        Iterator<Written> written = carryOut.apply(wishes).iterator();
        List<Edited> edited = found.stream()
                .map(product -> new Edited(
                        product, Optional.ofNullable(refused.get(product.id())).orElseGet(written::next)))
                .toList();
        return new Batch(edited, steps.get(steps.size() - 1).place());
    }

    /** In the order of the walk; one that is deleted by now is not there, and one that is changed may match no more. */
    private List<ProductView> found(List<Step> steps) {
        Map<UUID, ProductView> found = views
                .of(steps.stream().map(Step::product).toList())
                .stream()
                .collect(Collectors.toMap(ProductView::id, Function.identity()));
        return steps.stream()
                .flatMap(step ->
                        Optional.ofNullable(found.get(step.product())).map(product -> asMet(product, step)).stream())
                .toList();
    }

    private static ProductView asMet(ProductView product, Step step) {
        if (product.version() != step.version()) {
            throw new Overtaken("product " + product.id() + " has been changed since the filter found it");
        }
        return product;
    }

    private Wish wish(ProductView product, UnaryOperator<ProductRequest> edit) {
        ProductRequest wanted = edit.apply(ProductRequest.of(product));
        Set<ConstraintViolation<ProductRequest>> wrong = validator.validate(wanted);
        if (!wrong.isEmpty()) {
            throw BodyFaults.of(wrong);
        }
        return new Wish(product.slug(), wanted, product);
    }

    private List<Written> tried(List<Wish> wishes) {
        Instant now = clock.instant();
        Map<String, UUID> known = categories.idsOf(wishes.stream()
                .flatMap(wish -> Objects.requireNonNullElse(wish.request().categories(), List.<String>of()).stream())
                .collect(Collectors.toSet()));
        return wishes.stream().map(wish -> tried(wish, known, now)).toList();
    }

    private Written tried(Wish wish, Map<String, UUID> categories, Instant now) {
        try {
            Change change = Change.of(0, wish, now, languages.others());
            if (change.isNone()) {
                return Written.unchanged(change.after());
            }
            return change.unknownCategory(categories)
                    .map(Written::refused)
                    .orElseGet(() -> Written.changed(change.before(), change.after()));
        } catch (ProblemException refused) {
            return Written.refused(refused);
        }
    }
}
