package dev.quayside.catalog.product;

import dev.quayside.catalog.stock.StockPolicy;
import dev.quayside.catalog.stock.StockPolicy.Kind;
import dev.quayside.kit.problem.Problem.FieldError;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which fields a policy of stock needs, and which it does not take. */
final class PolicyRules {
    private PolicyRules() {}

    /** What a variant says of its stock; what is missing, or too much, goes to the errors. */
    static StockPolicy check(String path, ProductRequest.Variant variant, List<FieldError> errors) {
        Kind kind = variant.stockPolicy() == null ? Kind.DENY : Kind.of(variant.stockPolicy());
        Instant availableAt = Moments.read(path + ".availableAt", variant.availableAt(), errors);
        require(kind != Kind.DENY, path + ".backorderLimit", variant.backorderLimit(), errors);
        require(kind == Kind.PREORDER, path + ".availableAt", variant.availableAt(), errors);
        return new StockPolicy(
                kind, Objects.requireNonNullElse(variant.backorderLimit(), 0L), availableAt, variant.lowStock());
    }

    private static void require(boolean needed, String field, @Nullable Object value, List<FieldError> errors) {
        if (needed && value == null) {
            errors.add(new FieldError(field, "not_null", "is needed with this stockPolicy"));
        }
        if (!needed && value != null) {
            errors.add(new FieldError(field, "not_of_policy", "does not go with this stockPolicy"));
        }
    }
}
