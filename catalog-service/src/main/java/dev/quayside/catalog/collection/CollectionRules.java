package dev.quayside.catalog.collection;

import dev.quayside.catalog.collection.Rule.Condition;
import dev.quayside.catalog.collection.Rule.PriceRange;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.Problem.FieldError;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules that look at more than one field of a collection, on a request whose fields are each valid. All faults are found at once. */
@ApplicationScoped
class CollectionRules {
    /** Each of them is applied to each product that changes. */
    private static final int MOST_RULES = 200;

    private final Members members;

    CollectionRules(Members members) {
        this.members = members;
    }

    /** Checks a request; {@code more} tells that it would be one more collection with a rule. */
    void check(CollectionRequest request, boolean more) {
        List<FieldError> errors = new ArrayList<>();
        Rule rule = request.rule();
        if (more && members.rules() >= MOST_RULES) {
            errors.add(
                    new FieldError("rule", "too_many_rules", "there are " + MOST_RULES + " collections with a rule"));
        }
        if (rule != null && request.products() != null) {
            errors.add(new FieldError("products", "made_by_rule", "must be left out when there is a rule"));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < request.productsOrNone().size(); i++) {
            if (!seen.add(request.productsOrNone().get(i))) {
                errors.add(new FieldError("products[" + i + "]", "duplicate", "is there already"));
            }
        }
        if (rule != null) {
            conditions(rule.conditions(), errors);
        }
        refuse(errors);
    }

    /** Refuses slugs that are no product's. */
    void requireKnown(List<String> slugs, List<String> unknown) {
        refuse(unknown.stream()
                .map(slug -> new FieldError(
                        "products[" + slugs.indexOf(slug) + "]", "unknown_product", "is not the slug of a product"))
                .toList());
    }

    private void conditions(List<Condition> conditions, List<FieldError> errors) {
        List<String> unknown = members.unknownCategories(conditions.stream()
                .map(Condition::category)
                .filter(Objects::nonNull)
                .toList());
        for (int i = 0; i < conditions.size(); i++) {
            String path = "rule.conditions[" + i + "]";
            Condition condition = conditions.get(i);
            if (!condition.isOne()) {
                errors.add(
                        new FieldError(path, "not_one", "must have one of category, tag, brand, attribute and price"));
            }
            if (condition.category() != null && unknown.contains(condition.category())) {
                errors.add(new FieldError(path + ".category", "unknown_category", "is not the slug of a category"));
            }
            price(path + ".price", condition.price(), errors);
        }
    }

    private static void price(String path, @Nullable PriceRange range, List<FieldError> errors) {
        if (range == null) {
            return;
        }
        if (Currency.find(range.currency()).isEmpty()) {
            errors.add(new FieldError(
                    path + ".currency",
                    "unknown_currency",
                    "must be the code of a currency that can be charged, such as EUR"));
        }
        if (range.gte() == null && range.lt() == null) {
            errors.add(new FieldError(path, "no_end", "must have gte or lt"));
        }
        if (range.gte() != null && range.lt() != null && range.gte() >= range.lt()) {
            errors.add(new FieldError(path + ".lt", "empty_range", "must be above gte"));
        }
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            FieldError first = errors.get(0);
            throw new ProblemException(CommonProblem.VALIDATION_FAILED, first.field() + " " + first.message(), errors);
        }
    }
}
