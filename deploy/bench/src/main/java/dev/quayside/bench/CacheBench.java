package dev.quayside.bench;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a product's page and a list cost that are kept ready, beside the same ones read from the database, through the gateway. */
final class CacheBench {
    private static final Map<String, String> PAST_ALL = Map.of("Cache-Control", "no-cache");

    private final Shop shop;
    private final Options options;
    private final ProcessHandle catalog;

    CacheBench(Shop shop, Options options) throws IOException {
        this.shop = shop;
        this.options = options;
        this.catalog = GatewayProcess.running(options.data(), "catalog-service");
    }

    void run() throws IOException, InterruptedException {
        // The client keeps five connections unless it is told otherwise.
        System.setProperty("http.maxConnections", Integer.toString(options.callers()));
        compare("product page", "/v1/products/" + shop.product().toLowerCase(Locale.ROOT));
        compare("list", "/v1/products?facets=color,size,price");
    }

    private void compare(String what, String path) throws IOException, InterruptedException {
        URI address = URI.create(options.url() + path);
        String read = what + ", read";
        Map<String, Rounds.Contestant> both = new LinkedHashMap<>();
        both.put(read, length -> Cost.of(catalog, Question.get(address, PAST_ALL), options.callers(), length));
        both.put(
                what + ", kept",
                length -> Cost.of(catalog, Question.get(address, Map.of()), options.callers(), length));
        Rounds.report(Rounds.cheapest(both, options.length(), () -> {}), read);
    }
}
