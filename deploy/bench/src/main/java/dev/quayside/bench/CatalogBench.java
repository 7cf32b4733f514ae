package dev.quayside.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long a shopper waits for a list with three facets, a product's page and a search, in a small catalogue and in a large one, and for a
 * page far into a list beside its first. Calls go to many different addresses and past all kept answers. First they come at an even rate,
 * then without a pause, which two cores that are shared with the load cannot keep up with: there the calls a second are what counts.
 */
final class CatalogBench {
    private static final int DEEP_PAGES = 30;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration PRESSED = Duration.ofSeconds(5);
    private static final List<String> WORDS =
            List.of("mug", "kettle", "lantern", "jacket", "jump", "cap", "storm knife", "wool");

    private final Shop shop;
    private final Options options;
    private final AtomicInteger turn = new AtomicInteger();

    CatalogBench(Shop shop, Options options) {
        this.shop = shop;
        this.options = options;
    }

    void run() throws IOException, SQLException, InterruptedException {
        try (Catalogue catalogue = new Catalogue(options)) {
            for (int n = 1; catalogue.products() == 0 && n <= Catalogue.CATEGORIES; n++) {
                shop.order("/v1/admin/categories", "{\"slug\": \"bench-%1$d\", \"name\": \"Bench %1$d\"}".formatted(n));
            }
            int small = Math.min(Catalogue.SMALL, options.products());
            catalogue.grow(small);
            Map<String, Load.Outcome> before = measure(small);
            catalogue.grow(options.products());
            Map<String, Load.Outcome> after = measure(options.products());
            after.forEach((what, outcome) -> {
                Load.Outcome other = before.get(what);
                if (other != null) {
                    Report.ratio(what + " large / small", outcome, other);
                }
            });
        }
    }

    private Map<String, Load.Outcome> measure(int products) throws IOException, InterruptedException {
        System.out.printf(
                "%d products, %d callers, %d calls a second for %d s each%n",
                products,
                options.callers(),
                options.perSecond(),
                options.length().toSeconds());
        String deep = deep();
        Map<String, Load.Call> calls = new LinkedHashMap<>();
        calls.put(
                "category, 3 facets",
                () -> browse(
                        "/v1/products?facets=color,size,price&category=bench-" + (1 + next() % Catalogue.CATEGORIES)));
        calls.put(
                "everything, 3 facets",
                () -> browse("/v1/products?facets=color,size,price&price[lt]=" + (9_000 + next() % 997)));
        calls.put("product page", () -> browse("/v1/products/bench-p-" + (1 + next() * 7919L % products)));
        calls.put(
                "search",
                () -> browse("/v1/products?q="
                        + WORDS.get(next() % WORDS.size()).replace(" ", "%20") + "%20" + next() % 10));
        calls.put("first page", () -> browse("/v1/products?limit=" + (20 + next() % 10)));
        calls.put("deep page", () -> browse(deep.replace("limit=100", "limit=" + (20 + next() % 10))));
        Map<String, Load.Outcome> outcomes = new LinkedHashMap<>();
        for (Map.Entry<String, Load.Call> call : calls.entrySet()) {
            new Load(options.callers(), options.perSecond(), WARM_UP).put(call.getValue());
            Load.Outcome outcome =
                    new Load(options.callers(), options.perSecond(), options.length()).put(call.getValue());
            Report.line(call.getKey(), outcome);
            outcomes.put(call.getKey(), outcome);
            Load.Outcome pressed = new Load(options.callers(), 0, PRESSED).put(call.getValue());
            Report.line("  without a pause", pressed);
            System.out.printf("%-22s %7d a second%n", "", pressed.perSecond(PRESSED));
        }
        Report.ratio(
                "deep / first page",
                Objects.requireNonNull(outcomes.get("deep page")),
                Objects.requireNonNull(outcomes.get("first page")));
        return outcomes;
    }

    private int next() {
        return turn.getAndIncrement() & Integer.MAX_VALUE;
    }

    private void browse(String path) throws IOException, InterruptedException {
        int status = shop.browse(path.replace("[", "%5B").replace("]", "%5D"));
        if (status != 200) {
            throw new IOException(path + " answered " + status);
        }
    }

    /** The link to a page far into the list of everything. */
    private String deep() throws IOException, InterruptedException {
        String link = "/v1/products?limit=100";
        for (int page = 0; page < DEEP_PAGES; page++) {
            JsonNode next = shop.read(link).at("/page/next");
            if (next.isNull()) {
                return link;
            }
            link = next.asText();
        }
        return link;
    }
}
