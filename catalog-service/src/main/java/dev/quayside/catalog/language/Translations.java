package dev.quayside.catalog.language;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.Problem.FieldError;
import dev.quayside.kit.problem.ProblemException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The translations of a thing, by tag: their rules, their JSON, and which of them is shown. */
public final class Translations {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Translations() {}

    /** In one form: without empty texts, and without languages that have no text. */
    public static <T extends Text<T>> SortedMap<String, T> of(@Nullable Map<String, T> given) {
        SortedMap<String, T> translations = new TreeMap<>();
        if (given != null) {
            given.forEach((tag, text) -> {
                T some = text.orNone();
                if (some != null) {
                    translations.put(tag, some);
                }
            });
        }
        return Collections.unmodifiableSortedMap(translations);
    }

    /**
     * What is wrong with the languages of translations.
     *
     * @param known that the shop translates to
     * @param before that there were translations to, which may stay
     */
    public static List<FieldError> unknown(Set<String> given, Set<String> known, Set<String> before) {
        return given.stream()
                .filter(tag -> !known.contains(tag) && !before.contains(tag))
                .sorted()
                .map(tag -> new FieldError(
                        "translations." + tag,
                        "unknown_language",
                        "is not a language that the shop translates to; it does to "
                                + String.join(", ", new TreeSet<>(known))))
                .toList();
    }

    /** The same in one form; what is {@link #unknown} is a 422. */
    public static <T extends Text<T>> SortedMap<String, T> checked(
            @Nullable Map<String, T> given, Set<String> known, Set<String> before) {
        SortedMap<String, T> translations = of(given);
        List<FieldError> errors = unknown(translations.keySet(), known, before);
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.VALIDATION_FAILED,
                    errors.get(0).field() + " " + errors.get(0).message(),
                    errors);
        }
        return translations;
    }

    /** A text in a language, else in the next best of its chain, else as it is; translations that were not read are none. */
    public static <T> String best(
            @Nullable Map<String, T> translations,
            Language language,
            Function<T, @Nullable String> text,
            String otherwise) {
        for (String tag : language.chain()) {
            T texts = translations == null ? null : translations.get(tag);
            String found = texts == null ? null : text.apply(texts);
            if (found != null) {
                return found;
            }
        }
        return otherwise;
    }

    /** As the JSON text of a column. */
    public static String write(Map<String, ?> translations) {
        try {
            return JSON.writeValueAsString(translations);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written", e);
        }
    }

    /** Out of a column. */
    public static <T extends Text<T>> SortedMap<String, T> read(String column, Class<T> type) {
        try {
            Map<String, T> translations =
                    JSON.readValue(column, JSON.getTypeFactory().constructMapType(TreeMap.class, String.class, type));
            return of(translations);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is stored can be read", e);
        }
    }
}
