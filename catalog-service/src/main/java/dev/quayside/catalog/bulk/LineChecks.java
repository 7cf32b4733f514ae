package dev.quayside.catalog.bulk;

import dev.quayside.catalog.product.ProductRequest;
import dev.quayside.kit.problem.BodyFaults;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.Problem.FieldError;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What can be said of a line without the database: its fields are valid, and nothing in the file has its keys already. */
@ApplicationScoped
class LineChecks {
    private final Validator validator;

    LineChecks(Validator validator) {
        this.validator = validator;
    }

    ProductLine check(ProductLine line, SeenKeys keys) {
        ProductRequest request = line.request();
        if (request == null) {
            return line;
        }
        Set<ConstraintViolation<ProductRequest>> found = validator.validate(request);
        if (!found.isEmpty()) {
            return line.failed(BodyFaults.of(found));
        }
        String slug = request.slug();
        if (slug == null) {
            return line.failed(ProblemException.invalidField("slug", "not_null", "must not be null"));
        }
        List<FieldError> doubled = doubled(line.number(), slug, request, keys);
        return doubled.isEmpty()
                ? line
                : line.failed(new ProblemException(
                        CommonProblem.VALIDATION_FAILED,
                        doubled.get(0).field() + " " + doubled.get(0).message(),
                        doubled));
    }

    private static List<FieldError> doubled(long line, String slug, ProductRequest request, SeenKeys keys) {
        List<FieldError> errors = new ArrayList<>();
        add(errors, "slug", keys.first("slug " + slug, line), line);
        for (int i = 0; i < request.variants().size(); i++) {
            String sku = request.variants().get(i).sku();
            add(errors, "variants[" + i + "].sku", keys.first("sku " + sku, line), line);
        }
        return errors;
    }

    /** Twice on one line is for the product's own rules to tell. */
    private static void add(List<FieldError> errors, String field, long first, long line) {
        if (first != 0 && first != line) {
            errors.add(new FieldError(field, "duplicate_in_file", "is on line " + first + " already"));
        }
    }
}
