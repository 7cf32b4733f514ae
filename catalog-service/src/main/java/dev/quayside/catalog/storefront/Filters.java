package dev.quayside.catalog.storefront;

import dev.quayside.catalog.Formats;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What narrows the public list.
 *
 * @param currency the currency that prices are shown in; products without a price in it are not listed
 * @param category a category's slug
 * @param text words of the title or a sku, compared without case and accents
 */
record Filters(Currency currency, Optional<String> category, Optional<String> text, Optional<Boolean> inStock) {
    static final Set<String> NAMES = Set.of("currency", "category", "q", "inStock");
    private static final int LONGEST_TEXT = 100;

    static Filters of(Map<String, String> given, Currency otherwise) {
        return new Filters(
                Optional.ofNullable(given.get("currency"))
                        .map(Filters::currency)
                        .orElse(otherwise),
                Optional.ofNullable(given.get("category")).map(Filters::slug),
                Optional.ofNullable(given.get("q")).map(Filters::text),
                Optional.ofNullable(given.get("inStock")).map(Filters::flag));
    }

    static Currency currency(String code) {
        return Currency.find(code)
                .orElseThrow(() -> invalid("currency: not a currency that can be charged; give a code such as EUR"));
    }

    private static String slug(String text) {
        if (!Formats.isSlug(text)) {
            throw invalid("category: must be a category's slug, such as blue-mugs");
        }
        return text;
    }

    private static String text(String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT || !text.matches(Formats.LINE)) {
            throw invalid("q: must be one line of 1 to " + LONGEST_TEXT + " characters");
        }
        return text.strip();
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid("inStock: must be true or false");
        };
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(CommonProblem.INVALID_PARAMETER, detail);
    }
}
