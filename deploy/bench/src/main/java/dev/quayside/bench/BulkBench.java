package dev.quayside.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * How fast a file of products is taken when all of it is new, when nothing in it has changed and when each price has, what catalog-service's
 * memory does meanwhile, and how much longer shoppers wait while a file is taken.
 */
final class BulkBench {
    private static final int WARM_UP = 2_000;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Shop shop;
    private final Options options;
    private final Metrics catalog;
    private final Shoppers shoppers;

    BulkBench(Shop shop, Options options) {
        this.shop = shop;
        this.options = options;
        this.catalog = new Metrics(URI.create(options.backend() + "/q/metrics"));
        this.shoppers = new Shoppers(shop);
    }

    void run() throws IOException, InterruptedException {
        String run = "bulk-" + UUID.randomUUID().toString().substring(0, 8);
        shop.order(
                "/v1/admin/categories",
                "{\"slug\": \"%1$s\", \"name\": \"%1$s\"}".formatted(run.toLowerCase(Locale.ROOT)));
        BulkFile small = new BulkFile(run + "-w", run, WARM_UP, 0);
        take("warm-up", small);
        take("warm-up, unchanged", small);
        BulkFile file = new BulkFile(run + "-p", run, options.products(), 0);
        take("new", file);
        take("unchanged", file);
        take("changed", new BulkFile(file.name(), run, file.products(), 1));
        meanwhile(run);
    }

    /** Sends a file, and tells how fast it was taken and how little the heap held, which is what no collection could free. */
    private void take(String what, BulkFile file) throws IOException, InterruptedException {
        long start = System.nanoTime();
        CompletableFuture<JsonNode> sent = sending(file);
        List<Long> heap = new ArrayList<>();
        while (!sent.isDone()) {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            heap.add((long) catalog.sum("jvm_memory_used_bytes{area=\"heap\"") >> 20);
        }
        JsonNode summary = summary(sent, file);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%-20s %7d variants in %6.1f s: %6.0f a second; %s%n",
                what, file.variants(), seconds, file.variants() / seconds, outcome(summary));
        if (heap.size() > 3) {
            System.out.printf(
                    "%-20s least heap in the first half %d MiB, in the second %d MiB; most %d MiB%n",
                    "",
                    least(heap.subList(0, heap.size() / 2)),
                    least(heap.subList(heap.size() / 2, heap.size())),
                    heap.stream().mapToLong(Long::longValue).max().orElseThrow());
        }
    }

    /** The same shoppers without and with files of new products, which are sent one after the other as long as they browse. */
    private void meanwhile(String run) throws IOException, InterruptedException {
        shoppers.browse(options.callers(), options.perSecond(), Duration.ofSeconds(10));
        Load.Outcome quiet = shoppers.browse(options.callers(), options.perSecond(), options.length());
        Report.line("shoppers, quiet", quiet);
        long end = System.nanoTime() + options.length().toNanos();
        CompletableFuture<Integer> variants = CompletableFuture.supplyAsync(() -> {
            int taken = 0;
            for (int n = 0; System.nanoTime() < end; n++) {
                BulkFile file = new BulkFile(run + "-m" + n, run, WARM_UP, 0);
                summary(sending(file), file);
                taken += file.variants();
            }
            return taken;
        });
        Load.Outcome busy = shoppers.browse(options.callers(), options.perSecond(), options.length());
        Report.line("shoppers, import", busy);
        System.out.printf(
                "%-22s p50 x %.2f  p95 x %.2f  p99 x %.2f; meanwhile %.0f new variants a second%n",
                "import / quiet",
                busy.millisAt(50) / quiet.millisAt(50),
                busy.millisAt(95) / quiet.millisAt(95),
                busy.millisAt(99) / quiet.millisAt(99),
                variants.join() / (double) options.length().toSeconds());
    }

    private CompletableFuture<JsonNode> sending(BulkFile file) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return shop.bulk(file);
            } catch (IOException failed) {
                throw new CompletionException(failed);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new CompletionException(stopped);
            }
        });
    }

    private static JsonNode summary(CompletableFuture<JsonNode> sent, BulkFile file) {
        JsonNode summary = sent.join();
        if (!summary.at("/complete").asBoolean() || summary.at("/lines").asInt() != file.products()) {
            throw new IllegalStateException("not all of the file was taken: " + summary);
        }
        return summary;
    }

    private static String outcome(JsonNode summary) {
        List<String> parts = new ArrayList<>();
        for (String result : List.of("created", "updated", "unchanged", "failed")) {
            if (summary.at("/" + result).asLong() > 0) {
                parts.add(summary.at("/" + result).asLong() + " " + result);
            }
        }
        return String.join(", ", parts);
    }

    private static long least(List<Long> mebibytes) {
        return mebibytes.stream().mapToLong(Long::longValue).min().orElseThrow();
    }
}
