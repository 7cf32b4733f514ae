package dev.quayside.catalog.product;

import dev.quayside.catalog.product.ProductWriter.Wish;
import dev.quayside.kit.auditlog.Actor;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.AuditedChange;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Upserts of many products at once, each decided like a single one. */
@ApplicationScoped
public class ProductBatches {
    /**
     * A product of a slug, as it is wanted.
     *
     * @param told what the request could say
     */
    public record Wanted(String slug, ProductRequest request, Told told) {
        private Wish wish(@Nullable ProductView current) {
            return new Wish(slug, told.completed(request, current), current);
        }
    }

    /**
     * What became of a product.
     *
     * @param before null if it was not there
     * @param after the same as before if nothing has changed; null if it was refused
     * @param refused why; null if it was not
     */
    public record Written(
            @Nullable ProductView before,
            @Nullable ProductView after,
            @Nullable ProblemException refused) {

        static Written unchanged(ProductView product) {
            return new Written(product, product, null);
        }

        static Written changed(@Nullable ProductView before, ProductView after) {
            return new Written(before, after, null);
        }

        static Written refused(ProblemException why) {
            return new Written(null, null, why);
        }

        public boolean isUnchanged() {
            return before != null && before.equals(after);
        }

        ProductView product() {
            return Objects.requireNonNull(after);
        }
    }

    private final ProductViews views;
    private final ProductWriter writer;
    private final AuditTrail trail;

    ProductBatches(ProductViews views, ProductWriter writer, AuditTrail trail) {
        this.views = views;
        this.writer = writer;
        this.trail = trail;
    }

    /**
     * Makes products what they are wanted to be, in the caller's transaction, which has to be one of {@code Contended}. No slug may be
     * there twice. A problem that spoils the whole transaction is thrown: then each must get a transaction of its own.
     *
     * @param by who is answerable; null is the caller of this request
     */
    @Transactional(TxType.MANDATORY)
    public List<Written> upsert(List<Wanted> wanted, @Nullable Actor by) {
        Map<String, ProductView> current = wanted.isEmpty()
                ? Map.of()
                : views.ofSlugs(wanted.stream().map(Wanted::slug).toList()).stream()
                        .collect(Collectors.toMap(ProductView::slug, Function.identity()));
        List<Written> written = writer.write(
                wanted.stream().map(one -> one.wish(current.get(one.slug()))).toList());
        trail.recordAll(by, changes(written));
        return written;
    }

    /** What is recorded of products that have changed. */
    static List<AuditedChange> changes(List<Written> written) {
        List<AuditedChange> changes = new ArrayList<>();
        for (Written one : written) {
            ProductView after = one.after();
            if (after != null && !one.isUnchanged()) {
                changes.add(new AuditedChange(
                        one.before() == null ? "product.created" : "product.updated",
                        Subject.of("product", after.id()),
                        one.before(),
                        after));
            }
        }
        return changes;
    }
}
