package dev.quayside.bench;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A file of products, a line of NDJSON each, with two and three variants in turn. It is made while it is read, so that it takes no memory.
 *
 * @param name what its slugs and skus begin with
 * @param cents what is added to all prices
 */
record BulkFile(String name, String category, int products, int cents) {
    private static final int PIECE = 50;
    private static final String DESCRIPTION = "Made for long days on the water; washed, worn and mended. ".repeat(4);
    private static final String[] COLORS = {"Blue", "Red", "Green", "Black", "White"};
    private static final String[] SIZES = {"S", "M", "L"};
    private static final String[] THINGS = {"mug", "kettle", "lantern", "jacket", "jumper", "cap", "knife", "tote"};

    int variants() {
        return products * 2 + products / 2;
    }

    /** The file in pieces of some lines each. */
    Iterable<byte[]> pieces() {
        return () -> IntStream.iterate(1, n -> n <= products, n -> n + PIECE)
                .mapToObj(first -> IntStream.range(first, Math.min(products + 1, first + PIECE))
                        .mapToObj(this::line)
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.UTF_8))
                .iterator();
    }

    private String line(int n) {
        StringBuilder variants = new StringBuilder();
        for (int v = 0; v < 2 + n % 2; v++) {
            variants.append(v == 0 ? "" : ", ").append("""
                    {"sku": "%s-%d-%d", "options": {"color": "%s", "size": "%s"}, \
                    "prices": [{"amount": %d, "currency": "EUR"}], "stock": %d}""".formatted(
                    name.toUpperCase(Locale.ROOT), n, v, COLORS[n % COLORS.length], SIZES[v], price(n), n % 20));
        }
        return """
                {"slug": "%s-%d", "title": "Imported %s %d", "description": "%s", "brand": "Maker %d", "tags": ["tag %d", "mark %d"], \
                "attributes": [{"name": "material", "value": "steel"}], "categories": ["%s"], "variants": [%s]}
                """.formatted(
                name, n, THINGS[n % THINGS.length], n, DESCRIPTION, n % 150, n % 20, n % 13, category, variants);
    }

    private long price(int n) {
        return 500 + 100L * (n * 31L % 190) + cents;
    }
}
