package dev.quayside.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Shoppers who look at a category with facets, at a product and for words in turn, past all that is kept ready. */
final class Shoppers {
    private static final List<String> WORDS = List.of("mug", "kettle", "lantern", "jacket", "cap", "knife");

    private final Shop shop;
    private final AtomicInteger turn = new AtomicInteger();

    Shoppers(Shop shop) {
        this.shop = shop;
    }

    /** Calls at an even rate; the products and categories are those that {@link Catalogue} makes, and others are not found. */
    Load.Outcome browse(int callers, int perSecond, Duration length) throws InterruptedException {
        return new Load(callers, perSecond, length).put(this::look);
    }

    private void look() throws IOException, InterruptedException {
        int n = turn.getAndIncrement() & Integer.MAX_VALUE;
        String path = switch (n % 3) {
            case 0 -> "/v1/products?facets=color,size,price&category=bench-" + (1 + n / 3 % Catalogue.CATEGORIES);
            case 1 -> "/v1/products/bench-p-" + (1 + n * 7919L % Catalogue.SMALL);
            default -> "/v1/products?q=" + WORDS.get(n / 3 % WORDS.size()) + "%20" + n % 10;
        };
        int status = shop.browse(path);
        if (status != 200) {
            throw new IOException(path + " answered " + status);
        }
    }
}
