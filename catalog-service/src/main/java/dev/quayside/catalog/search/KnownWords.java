package dev.quayside.catalog.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What staff have said about words, at one moment. */
public final class KnownWords {
    /** Of a search; the rest is not looked for. */
    public static final int MOST_WORDS = 10;

    private final Map<String, List<List<String>>> synonyms = new HashMap<>();
    private final Set<String> stopWords;

    /** Takes groups of phrases that mean the same, and stop words. */
    KnownWords(List<List<String>> groups, List<String> stopWords) {
        groups.forEach(this::add);
        this.stopWords = Set.copyOf(stopWords.stream().map(Words::key).toList());
    }

    private void add(List<String> group) {
        List<List<String>> phrases =
                group.stream().map(text -> List.of(Words.split(text))).toList();
        group.forEach(text -> synonyms.merge(
                Words.key(text),
                phrases,
                (a, b) -> Stream.concat(a.stream(), b.stream()).distinct().toList()));
    }

    /** The words of a text, at most {@value #MOST_WORDS}; stop words are left out unless there are no others. */
    public SearchWords read(String text) {
        List<String> typed = Arrays.stream(Words.split(text)).limit(MOST_WORDS).toList();
        List<String> telling = typed.stream()
                .filter(word -> !stopWords.contains(Words.key(word)))
                .toList();
        List<String> words = telling.isEmpty() ? typed : telling;
        return new SearchWords(words, places(words));
    }

    private List<List<List<String>>> places(List<String> words) {
        List<List<List<String>>> places = new ArrayList<>();
        int next = 0;
        while (next < words.size()) {
            int length = longestKnown(words, next);
            List<String> phrase = words.subList(next, next + Math.max(1, length));
            places.add(Stream.concat(Stream.of(phrase), synonyms.getOrDefault(key(phrase), List.of()).stream())
                    .distinct()
                    .toList());
            next += phrase.size();
        }
        return places;
    }

    private int longestKnown(List<String> words, int from) {
        for (int length = Math.min(Words.MOST_IN_PHRASE, words.size() - from); length > 0; length--) {
            if (synonyms.containsKey(key(words.subList(from, from + length)))) {
                return length;
            }
        }
        return 0;
    }

    private static String key(List<String> words) {
        return Words.key(String.join(" ", words));
    }
}
