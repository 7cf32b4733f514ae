package dev.quayside.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long an event of Stripe's waits for its answer while others check out, and whether the worker keeps up. Beside it: the same calls
 * with a signature that is wrong, which are refused before anything is stored.
 */
final class WebhookBench {
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final int PAYMENTS = 50;
    private static final Duration DRAINED_WITHIN = Duration.ofMinutes(5);

    private final Shop shop;
    private final Events events;
    private final Options options;
    private final List<String> intents = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    WebhookBench(Shop shop, Events events, Options options) {
        this.shop = shop;
        this.events = events;
        this.options = options;
    }

    void run() throws IOException, InterruptedException {
        String sku = shop.product();
        System.out.printf("%d purchases, which the events are about%n", PAYMENTS);
        for (int n = 0; n < PAYMENTS; n++) {
            intents.add(shop.buy(sku).intent());
        }
        // What buys and what is called are compiled while they are warmed up, which takes all of a small machine.
        System.out.printf("warming up for %d s%n", 2 * WARM_UP.toSeconds());
        ExecutorService first = buyers(sku, new AtomicLong());
        Load warmUp = new Load(options.callers(), options.perSecond(), WARM_UP);
        warmUp.put(this::stored);
        warmUp.put(this::refused);
        first.shutdownNow();
        drained();

        Load load = new Load(options.callers(), options.perSecond(), options.length());
        AtomicLong bought = new AtomicLong();
        ExecutorService buyers = buyers(sku, bought);
        System.out.printf(
                "%d callers, %d events a second for %d s, while %d buyers buy %s%n",
                options.callers(),
                options.perSecond(),
                options.length().toSeconds(),
                options.buyers(),
                options.purchases() == 0 ? "as fast as they can" : options.purchases() + " times a second");
        Load.Outcome refused = load.put(this::refused);
        long boughtBefore = bought.get();
        Load.Outcome stored = load.put(this::stored);
        long boughtMeanwhile = bought.get() - boughtBefore;
        long behind = shop.waiting();
        buyers.shutdownNow();
        long drained = drained();
        Report.line("refused (not stored)", refused);
        Report.line("stored", stored);
        Report.ratio("stored / refused", stored, refused);
        System.out.printf(
                "%d purchases meanwhile; %d events waited when the last had come, none %.1f s later%n",
                boughtMeanwhile, behind, drained / 1_000.0);
    }

    private ExecutorService buyers(String sku, AtomicLong bought) {
        ExecutorService buyers = Executors.newFixedThreadPool(Math.max(1, options.buyers()));
        for (int n = 0; n < options.buyers(); n++) {
            buyers.execute(() -> keepBuying(sku, bought));
        }
        return buyers;
    }

    private void keepBuying(String sku, AtomicLong bought) {
        long between =
                options.purchases() == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) * options.buyers() / options.purchases();
        long due = System.nanoTime();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                shop.buy(sku);
                bought.incrementAndGet();
                due += between;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (IOException failed) {
                System.err.println("a purchase failed: " + failed.getMessage());
            }
        }
    }

    private void stored() throws Exception {
        String event = Events.succeeded(intents.get(Math.floorMod(turn.getAndIncrement(), intents.size())));
        expect(200, shop.deliver(event, events.signature(event)));
    }

    private void refused() throws Exception {
        String event = Events.succeeded("pi_refused");
        expect(400, shop.deliver(event, events.signature(event + " ")));
    }

    private static void expect(int wanted, int status) throws IOException {
        if (status != wanted) {
            throw new IOException("answered " + status);
        }
    }

    /** Waits until no event waits; gives the milliseconds that it took. */
    private long drained() throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (shop.waiting() > 0 && System.nanoTime() - start < DRAINED_WITHIN.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
