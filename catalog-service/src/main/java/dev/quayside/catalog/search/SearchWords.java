package dev.quayside.catalog.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The words of a search in a row: each place is taken by one of several phrases that mean the same.
 *
 * @param typed the words as they were typed, without those that say nothing
 * @param places for each place its phrases, each a list of words
 */
public record SearchWords(List<String> typed, List<List<List<String>>> places) {
    /** The tsquery of these words, and its parameters, of which {@code :language} is the caller's. */
    public record Sql(String expression, Map<String, String> parameters) {}

    /** The SQL of a query that all words, or any of them, answer; no words, nothing. The last word may be the beginning of one. */
    public Sql sql(boolean all) {
        if (places.isEmpty()) {
            return new Sql("cast('' as tsquery)", Map.of());
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            String place = places.size() == 1 ? "alone" : i == places.size() - 1 ? "last" : "inner";
            parts.add(places.get(i).stream()
                    .map(phrase -> phrase(phrase, place, parameters))
                    .collect(Collectors.joining(" || ", "(", ")")));
        }
        return new Sql(parts.stream().collect(Collectors.joining(all ? " && " : " || ", "(", ")")), parameters);
    }

    private static String phrase(List<String> words, String place, Map<String, String> parameters) {
        List<String> parts = new ArrayList<>();
        for (String word : words) {
            String name = "word" + parameters.size();
            parameters.put(name, word);
            // Of a phrase of several words none is left out, and none is only begun.
            parts.add("search_word(cast(:language as regconfig), :" + name + ", '"
                    + (words.size() == 1 ? place : "inner") + "')");
        }
        return parts.stream().collect(Collectors.joining(" && ", "(", ")"));
    }
}
