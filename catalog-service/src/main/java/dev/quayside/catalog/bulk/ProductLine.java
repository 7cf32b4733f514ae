package dev.quayside.catalog.bulk;

import dev.quayside.catalog.product.ProductRequest;
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
 * @param keepsPolicies whether the file does not say how its variants' stock is sold, and they keep what it leaves open
 */
public record ProductLine(
        long number,
        @Nullable String slug,
        @Nullable ProductRequest request,
        @Nullable ProblemException problem,
        int size,
        int ignored,
        boolean keepsPolicies) {

    public static ProductLine read(long number, ProductRequest request, int size) {
        return new ProductLine(number, request.slug(), request, null, size, 0, false);
    }

    public static ProductLine failed(long number, @Nullable String slug, ProblemException problem) {
        return new ProductLine(number, slug, null, problem, 0, 0, false);
    }

    /** The same, of which some things were passed over. */
    public ProductLine ignoring(int count) {
        return new ProductLine(number, slug, request, problem, size, count, keepsPolicies);
    }

    /** The same of a file that does not say how stock is sold. */
    public ProductLine keepingPolicies() {
        return new ProductLine(number, slug, request, problem, size, ignored, true);
    }

    ProductLine failed(ProblemException why) {
        return failed(number, slug, why);
    }

    int variants() {
        return request == null ? 0 : request.variants().size();
    }
}
