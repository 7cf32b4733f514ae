package dev.quayside.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/**
 * How long a run over many orders takes, all of which agree, and what payment-service's memory does meanwhile. Beside it: how long it
 * takes to read the same PaymentIntents from Stripe's list and do nothing with them.
 */
final class ReconciliationBench {
    private static final int BATCH = 1_000;
    private static final URI METRICS = URI.create("http://127.0.0.1:8083/q/metrics");
    private static final String PATH = "/v1/admin/reconciliation";

    private final Shop shop;
    private final Options options;

    ReconciliationBench(Shop shop, Options options) {
        this.shop = shop;
        this.options = options;
    }

    void run() throws IOException, SQLException, InterruptedException {
        String sku = shop.product();
        Shop.Purchase purchase = shop.buy(sku);
        awaitConfirmed(purchase.order());
        StandIn stripe = new StandIn(purchase.stripe(), options.data());
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;
        try (Copies copies = new Copies(options)) {
            for (int made = 0; made < options.orders(); made += BATCH) {
                Copies.Batch batch = copies.next(Math.min(BATCH, options.orders() - made));
                copies.make(purchase.order(), sku, batch, stripe.copies(purchase.intent(), batch));
                first = batch.first().isBefore(first) ? batch.first() : first;
                last = batch.last();
                System.out.printf("\r%d orders", made + batch.orders().size());
            }
        }
        System.out.println();
        long listed = stripe.list(options.orders());
        System.out.printf("%d PaymentIntents listed in %.1f s%n", options.orders(), listed / 1_000.0);
        reconcile(first.truncatedTo(ChronoUnit.MILLIS), last.plusMillis(1), listed);
    }

    private void awaitConfirmed(String order) throws IOException, InterruptedException {
        Instant end = Instant.now().plusSeconds(60);
        while (!shop.read("/v1/admin/orders/" + order)
                .at("/data/paymentStatus")
                .asText()
                .equals("paid")) {
            if (Instant.now().isAfter(end)) {
                throw new IOException("the purchase was not paid within a minute");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        // Its stock is taken in a step of its own.
        TimeUnit.SECONDS.sleep(3);
    }

    private void reconcile(Instant from, Instant to, long listed) throws IOException, InterruptedException {
        Memory memory = new Memory("payment-service", METRICS);
        JsonNode run = shop.order(PATH, "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(from, to));
        String id = run.at("/data/id").asText();
        while (run.at("/data/status").asText().equals("running")) {
            TimeUnit.MILLISECONDS.sleep(500);
            run = shop.read(PATH + "/" + id);
            memory.look();
            System.out.printf(
                    "\r%d orders, %d reservations, %d objects of Stripe's, %d payments",
                    run.at("/data/compared/orders").asLong(),
                    run.at("/data/compared/reservations").asLong(),
                    run.at("/data/compared/stripeObjects").asLong(),
                    run.at("/data/compared/payments").asLong());
        }
        System.out.println();
        long taken = Duration.between(
                        Instant.parse(run.at("/data/startedAt").asText()),
                        Instant.parse(run.at("/data/finishedAt").asText()))
                .toMillis();
        System.out.printf(
                "%s: %.1f s, %.0f orders a second, x %.1f of listing them; mismatches %s%n",
                run.at("/data/status").asText(),
                taken / 1_000.0,
                options.orders() * 1_000.0 / taken,
                (double) taken / listed,
                run.at("/data/mismatches"));
        System.out.println(memory);
    }
}
