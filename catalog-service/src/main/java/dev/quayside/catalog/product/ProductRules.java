package dev.quayside.catalog.product;

import dev.quayside.kit.money.Currency;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.Problem.FieldError;
import dev.quayside.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rules that look at more than one field, on a request whose fields are each valid: skus, options and currencies are not doubled,
 * and a price can be charged. Everything that is wrong is found at once.
 */
final class ProductRules {
    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> skus = new HashSet<>();
    private final Set<Map<String, String>> combinations = new HashSet<>();

    private ProductRules() {}

    /** What the request defines; a rule broken is a 422 that names each field. */
    static ProductDefinition check(String slug, ProductRequest request, ProductStatus otherwise) {
        ProductRules rules = new ProductRules();
        ProductDefinition definition = rules.definition(slug, request, otherwise);
        if (!rules.errors.isEmpty()) {
            FieldError first = rules.errors.get(0);
            throw new ProblemException(
                    CommonProblem.VALIDATION_FAILED, first.field() + " " + first.message(), rules.errors);
        }
        return definition;
    }

    private ProductDefinition definition(String slug, ProductRequest request, ProductStatus otherwise) {
        List<String> categories = Objects.requireNonNullElse(request.categories(), List.of());
        if (new HashSet<>(categories).size() != categories.size()) {
            errors.add(new FieldError("categories", "duplicate", "must not name a category twice"));
        }
        List<VariantDefinition> variants = new ArrayList<>();
        for (int i = 0; i < request.variants().size(); i++) {
            variants.add(variant("variants[" + i + "]", request.variants().get(i)));
        }
        return new ProductDefinition(
                slug,
                request.title(),
                Objects.requireNonNullElse(request.description(), ""),
                Optional.ofNullable(request.status()).map(ProductStatus::of).orElse(otherwise),
                List.copyOf(categories),
                variants);
    }

    private VariantDefinition variant(String path, ProductRequest.Variant variant) {
        if (!skus.add(variant.sku())) {
            errors.add(new FieldError(path + ".sku", "duplicate", "is the sku of another variant"));
        }
        SortedMap<String, String> options = new TreeMap<>(Objects.requireNonNullElse(variant.options(), Map.of()));
        if (!combinations.add(options)) {
            errors.add(new FieldError(path + ".options", "duplicate", "are the options of another variant"));
        }
        SortedMap<String, Long> prices = new TreeMap<>();
        for (int i = 0; i < variant.prices().size(); i++) {
            price(path + ".prices[" + i + "]", variant.prices().get(i), prices);
        }
        return new VariantDefinition(variant.sku(), options, prices);
    }

    private void price(String path, ProductRequest.Price price, Map<String, Long> prices) {
        Currency currency = Currency.find(price.currency()).orElse(null);
        if (currency == null) {
            errors.add(new FieldError(
                    path + ".currency",
                    "unknown_currency",
                    "must be the code of a currency that can be charged, such as EUR"));
        } else if (!currency.canCharge(price.amount())) {
            errors.add(new FieldError(
                    path + ".amount",
                    "not_chargeable",
                    "must be a multiple of " + currency.step() + " in " + currency));
        }
        if (prices.put(price.currency(), price.amount()) != null) {
            errors.add(new FieldError(path + ".currency", "duplicate", "has a price already"));
        }
    }
}
