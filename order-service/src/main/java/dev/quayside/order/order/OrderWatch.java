package dev.quayside.order.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Waits, outside a transaction, for an order to leave a state that it only passes through. */
@ApplicationScoped
public class OrderWatch {
    private static final Duration INTERVAL = Duration.ofMillis(50);

    private final Orders orders;

    OrderWatch(Orders orders) {
        this.orders = orders;
    }

    /** The order as soon as it is in none of the passing states, or as it is at the deadline. */
    public OrderState until(UUID orderId, Set<OrderStatus> passing, Deadline deadline) {
        while (passing.contains(orders.status(orderId)) && !deadline.isOver()) {
            pause();
        }
        return orders.state(orderId);
    }

    /** One interval of patience. */
    public void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(INTERVAL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an order", e);
        }
    }
}
