package dev.quayside.catalog.bulk;

import dev.quayside.catalog.Contended;
import dev.quayside.catalog.bulk.LineResult.Result;
import dev.quayside.catalog.product.ProductBatches;
import dev.quayside.catalog.product.ProductBatches.Wanted;
import dev.quayside.catalog.product.ProductBatches.Written;
import dev.quayside.catalog.product.ProductRequest;
import dev.quayside.kit.auditlog.Actor;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes checked lines. What is written together is one transaction, and so is what the caller notes of it. */
@ApplicationScoped
class BulkWriter {
    /**
     * How lines are written.
     *
     * @param abort whether the first failure ends it: what stands before it is kept, and nothing after it is looked at
     * @param dryRun whether all of it is taken back again
     * @param by who is answerable; null is the caller of this request
     */
    record Options(boolean abort, boolean dryRun, @Nullable Actor by) {}

    /** Carries a trial's results out of the transaction that must not be. */
    private static final class Trial extends RuntimeException {
        private final transient List<LineResult> results;

        Trial(List<LineResult> results) {
            super(null, null, false, false);
            this.results = results;
        }
    }

    /** A line that was refused only by what is in the shop: what was written after it must not be. */
    private static final class FoundOut extends RuntimeException {
        private final int index;
        private final transient ProblemException problem;

        FoundOut(int index, ProblemException problem) {
            super(null, null, false, false);
            this.index = index;
            this.problem = problem;
        }
    }

    private final ProductBatches products;
    private final FieldChanges changes;

    BulkWriter(ProductBatches products, FieldChanges changes) {
        this.products = products;
        this.changes = changes;
    }

    /**
     * Writes lines and gives a result for each; with {@code abort} the last one may be a failure, and those behind it have none.
     *
     * @param note is told the results in the transaction that they are committed by
     */
    List<LineResult> write(List<ProductLine> lines, Options options, Consumer<List<LineResult>> note) {
        List<ProductLine> wanted = options.abort() ? upToFirstFailure(lines) : lines;
        try {
            return attempt(wanted, options, note);
        } catch (FoundOut found) {
            List<ProductLine> before = new ArrayList<>(wanted.subList(0, found.index));
            before.add(wanted.get(found.index).failed(found.problem));
            return write(before, options, note);
        } catch (ProblemException refused) {
            if (refused.code().status() >= 500) {
                throw refused;
            }
            return apart(wanted, options, note, refused);
        }
    }

    /** One of them was refused in a way that spoils the transaction of all: each gets its own. */
    private List<LineResult> apart(
            List<ProductLine> lines, Options options, Consumer<List<LineResult>> note, ProblemException refused) {
        if (lines.size() == 1) {
            return write(List.of(lines.get(0).failed(refused)), options, note);
        }
        List<LineResult> results = new ArrayList<>();
        for (ProductLine line : lines) {
            results.addAll(write(List.of(line), options, note));
            if (options.abort() && results.get(results.size() - 1).isFailure()) {
                return results;
            }
        }
        return results;
    }

    private List<LineResult> attempt(List<ProductLine> lines, Options options, Consumer<List<LineResult>> note) {
        try {
            return Contended.transaction(() -> {
                List<LineResult> results = results(lines, options);
                if (options.dryRun()) {
                    throw new Trial(results);
                }
                note.accept(results);
                return results;
            });
        } catch (Trial trial) {
            return Contended.transaction(() -> {
                note.accept(trial.results);
                return trial.results;
            });
        }
    }

    private List<LineResult> results(List<ProductLine> lines, Options options) {
        List<Wanted> wanted = new ArrayList<>();
        for (ProductLine line : lines) {
            ProductRequest request = line.request();
            if (request != null) {
                wanted.add(new Wanted(Objects.requireNonNull(request.slug()), request, line.told()));
            }
        }
        Iterator<Written> written = products.upsert(wanted, options.by()).iterator();
        List<LineResult> results = new ArrayList<>();
        for (ProductLine line : lines) {
            ProblemException problem = line.problem();
            results.add(
                    problem == null
                            ? result(line, results.size(), written.next(), options)
                            : LineResult.failed(line, problem));
        }
        return results;
    }

    private LineResult result(ProductLine line, int index, Written written, Options options) {
        ProblemException refused = written.refused();
        if (refused != null && options.abort()) {
            throw new FoundOut(index, refused);
        }
        if (refused != null) {
            return LineResult.failed(line, refused);
        }
        List<FieldChange> found = options.dryRun() ? changes.between(written.before(), written.after()) : List.of();
        return LineResult.done(
                line,
                written.isUnchanged() ? Result.UNCHANGED : written.before() == null ? Result.CREATED : Result.UPDATED,
                found);
    }

    private static List<ProductLine> upToFirstFailure(List<ProductLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).problem() != null) {
                return lines.subList(0, i + 1);
            }
        }
        return lines;
    }
}
