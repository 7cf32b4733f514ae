package dev.quayside.catalog.bulk;

import dev.quayside.catalog.product.ProductRequest;
import dev.quayside.catalog.product.Told;
import dev.quayside.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * One product of a file: read, or with what is wrong with it.
 *
 * @param number the line that it begins on, from 1
 * @param slug as far as it could be read
 * @param request not checked yet; null when there is a problem
 * @param size bytes, about
 * @param ignored how many things in it were passed over
 * @param told what the file could say of it
 */
public record ProductLine(
        long number,
        @Nullable String slug,
        @Nullable ProductRequest request,
        @Nullable ProblemException problem,
        int size,
        int ignored,
        Told told) {

    public static ProductLine read(long number, ProductRequest request, int size) {
        return new ProductLine(number, request.slug(), request, null, size, 0, Told.ALL);
    }

    public static ProductLine failed(long number, @Nullable String slug, ProblemException problem) {
        return new ProductLine(number, slug, null, problem, 0, 0, Told.ALL);
    }

    /** The same, of which some things were passed over. */
    public ProductLine ignoring(int count) {
        return new ProductLine(number, slug, request, problem, size, count, told);
    }

    /** The same of a file that does not have a place for everything. */
    public ProductLine of(Told others) {
        return new ProductLine(number, slug, request, problem, size, ignored, others);
    }

    ProductLine failed(ProblemException why) {
        return failed(number, slug, why);
    }

    int variants() {
        return request == null ? 0 : request.variants().size();
    }
}
