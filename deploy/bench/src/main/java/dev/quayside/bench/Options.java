package dev.quayside.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was asked for on the command line.
 *
 * @param purchases how many the buyers begin in a second, all together; 0 for as many as they can
 * @param orders how many are reconciled
 * @param products how many the large catalogue has
 * @param backend where catalog-service is
 * @param nginx a file, or a name to look for
 */
record Options(
        String url,
        Path data,
        String database,
        int callers,
        int perSecond,
        int buyers,
        int purchases,
        Duration length,
        int orders,
        int products,
        String backend,
        String nginx) {
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("--url", "http://127.0.0.1:8080"),
            Map.entry("--data", ".quayside"),
            Map.entry("--database", "jdbc:postgresql://127.0.0.1:54329/quayside"),
            Map.entry("--callers", "32"),
            Map.entry("--rate", "100"),
            Map.entry("--buyers", "2"),
            Map.entry("--purchases", "0"),
            Map.entry("--seconds", "60"),
            Map.entry("--orders", "100000"),
            Map.entry("--products", "100000"),
            Map.entry("--backend", "http://127.0.0.1:8081"),
            Map.entry("--nginx", "nginx"));

    /** Reads {@code --name value} pairs; anything else is wrong use. */
    static Options of(List<String> words) {
        Map<String, String> given = new HashMap<>(USUAL);
        for (int i = 0; i < words.size(); i += 2) {
            if (!given.containsKey(words.get(i)) || i + 1 == words.size()) {
                throw new IllegalArgumentException(words.get(i) + " is unknown, or has no value");
            }
            given.put(words.get(i), words.get(i + 1));
        }
        return new Options(
                given.getOrDefault("--url", ""),
                Path.of(given.getOrDefault("--data", "")),
                given.getOrDefault("--database", ""),
                number(given, "--callers", 1, 1_000),
                number(given, "--rate", 1, 10_000),
                number(given, "--buyers", 0, 100),
                number(given, "--purchases", 0, 1_000),
                Duration.ofSeconds(number(given, "--seconds", 1, 3_600)),
                number(given, "--orders", 1, 999_999),
                number(given, "--products", 1, 999_999),
                given.getOrDefault("--backend", ""),
                given.getOrDefault("--nginx", ""));
    }

    private static int number(Map<String, String> given, String name, int least, int most) {
        String text = given.getOrDefault(name, "");
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(name + " must be a number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }
}
