package dev.quayside.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.endtoend.testing.Buyer;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Buyers who buy at once until they are told to stop: most pay, some cancel before or after, some walk away. Any of their calls may
 * fail; what they began must still come to an end.
 */
final class Crowd {
    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofMillis(200);

    private final List<String> skus;
    private final AtomicBoolean buying = new AtomicBoolean(true);
    private final ExecutorService buyers;
    private final Queue<Buyer.Order> paid = new ConcurrentLinkedQueue<>();
    private final Queue<Buyer.Order> paidAndGivenUp = new ConcurrentLinkedQueue<>();

    private Crowd(List<String> skus, int size) {
        this.skus = skus;
        this.buyers = Executors.newFixedThreadPool(size);
    }

    /** So many buyers begin to buy; what each of them wants is decided by the seed. */
    static Crowd buying(List<String> skus, int size, long seed) {
        Crowd crowd = new Crowd(skus, size);
        for (int n = 0; n < size; n++) {
            Random chance = new Random(seed + n);
            crowd.buyers.execute(() -> {
                while (crowd.buying.get()) {
                    crowd.buy(chance);
                }
            });
        }
        return crowd;
    }

    /** How many have paid and keep what they bought. */
    int paid() {
        return paid.size();
    }

    /** Nobody begins anything any more; returns when the last has gone home. */
    void goHome() throws InterruptedException {
        buying.set(false);
        buyers.shutdown();
        assertThat(buyers.awaitTermination(2, TimeUnit.MINUTES))
                .as("all calls have ended")
                .isTrue();
    }

    /** Every payment that Stripe took has become a confirmed order, or went back in full. */
    void awaitWhatTheyPaidFor(Duration within) {
        paid.forEach(order -> order.awaitState(within, "confirmed", "paid"));
        // Whether the wish to cancel arrived is not known to a buyer whose call failed.
        paidAndGivenUp.forEach(order -> order.awaitOneOf(within, "confirmed/paid", "cancelled/refunded"));
    }

    private void buy(Random chance) {
        String sku = skus.get(chance.nextInt(skus.size()));
        int turn = chance.nextInt(10);
        try {
            Response answer = Buyer.with(sku, 1 + chance.nextInt(2)).checkout();
            if (answer.statusCode() != 201) {
                return;
            }
            Buyer.Order order = Buyer.Order.of(answer.jsonPath());
            if (!order.secret().isEmpty()) {
                goOn(order, turn);
            }
        } catch (AssertionError | Exception partIsDown) {
            LockSupport.parkNanos(BEFORE_TRYING_AGAIN.toNanos());
        }
    }

    private void goOn(Buyer.Order order, int turn) {
        switch (turn) {
            case 0 -> order.cancel();
            case 1 -> {}
            case 2 -> {
                if (order.pay("pm_card_visa").statusCode() == 200) {
                    paidAndGivenUp.add(order);
                    order.cancel();
                }
            }
            default -> {
                if (order.pay("pm_card_visa").statusCode() == 200) {
                    paid.add(order);
                }
            }
        }
    }
}
