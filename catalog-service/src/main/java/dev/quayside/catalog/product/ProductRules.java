package dev.quayside.catalog.product;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.Problem.FieldError;
import dev.quayside.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rules that look at more than one field, on a request whose fields are each valid: skus, options, tags and attributes are not
 * doubled, and prices are right. Everything that is wrong is found at once.
 */
final class ProductRules {
    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> skus = new HashSet<>();
    private final Set<Map<String, String>> combinations = new HashSet<>();
    private final PriceRules priceRules = new PriceRules(errors);

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
                request.brand(),
                tags(Objects.requireNonNullElse(request.tags(), List.of())),
                attributes(Objects.requireNonNullElse(request.attributes(), List.of())),
                Optional.ofNullable(request.status()).map(ProductStatus::of).orElse(otherwise),
                Moments.read("publishAt", request.publishAt(), errors),
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
        return new VariantDefinition(
                variant.sku(),
                variant.barcode(),
                variant.weightGrams(),
                options,
                priceRules.prices(path + ".prices", variant.prices()),
                PolicyRules.check(path, variant, errors));
    }

    private List<String> tags(List<String> tags) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < tags.size(); i++) {
            if (!seen.add(tags.get(i).toLowerCase(Locale.ROOT))) {
                errors.add(new FieldError("tags[" + i + "]", "duplicate", "is there already, but for its case"));
            }
        }
        return List.copyOf(tags);
    }

    private List<Attribute> attributes(List<Attribute> attributes) {
        Set<List<String>> seen = new HashSet<>();
        for (int i = 0; i < attributes.size(); i++) {
            Attribute attribute = attributes.get(i);
            if (!seen.add(List.of(attribute.name(), attribute.value()))) {
                errors.add(new FieldError(
                        "attributes[" + i + "]", "duplicate", "has a name and value that are there already"));
            }
        }
        return List.copyOf(attributes);
    }
}
