package dev.quayside.catalog.product;

import dev.quayside.catalog.language.Translations;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.Problem.FieldError;
import dev.quayside.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules that look at more than one field, on a request whose fields are each valid: skus, options, tags and attributes are not
 * doubled, and prices are right. Everything that is wrong is found at once.
 */
final class ProductRules {
    /** Characters: a product must fit into one line of an export, of a mebibyte, which is to be imported again. */
    private static final int MOST_TRANSLATED = 200_000;

    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> skus = new HashSet<>();
    private final Set<Map<String, String>> combinations = new HashSet<>();
    private final PriceRules priceRules = new PriceRules(errors);

    private final Set<String> languages;

    private ProductRules(Set<String> languages) {
        this.languages = languages;
    }

    /**
     * What the request defines; a rule broken is a 422 that names each field.
     *
     * @param before what it is now, which says what is left out; null for a new one
     * @param languages that it may be translated to
     */
    static ProductDefinition check(
            String slug, ProductRequest request, @Nullable ProductView before, Set<String> languages) {
        ProductRules rules = new ProductRules(languages);
        ProductDefinition definition = rules.definition(slug, request, before);
        if (!rules.errors.isEmpty()) {
            FieldError first = rules.errors.get(0);
            throw new ProblemException(
                    CommonProblem.VALIDATION_FAILED, first.field() + " " + first.message(), rules.errors);
        }
        return definition;
    }

    private ProductDefinition definition(String slug, ProductRequest request, @Nullable ProductView before) {
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
                translations(request, before),
                request.brand(),
                tags(Objects.requireNonNullElse(request.tags(), List.of())),
                attributes(Objects.requireNonNullElse(request.attributes(), List.of())),
                Optional.ofNullable(request.status())
                        .map(ProductStatus::of)
                        .orElse(before == null ? ProductStatus.ACTIVE : before.status()),
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

    /** What a product was translated to before may stay, though the shop does not speak it any more. */
    private SortedMap<String, ProductText> translations(ProductRequest request, @Nullable ProductView before) {
        SortedMap<String, ProductText> known = before == null ? Collections.emptySortedMap() : before.translations();
        if (request.translations() == null) {
            return known;
        }
        SortedMap<String, ProductText> translations = Translations.of(request.translations());
        errors.addAll(Translations.unknown(translations.keySet(), languages, known.keySet()));
        if (translations.values().stream().mapToInt(ProductText::size).sum() > MOST_TRANSLATED) {
            errors.add(new FieldError(
                    "translations",
                    "too_large",
                    "must not have more than " + MOST_TRANSLATED + " characters together"));
        }
        return translations;
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
