package dev.quayside.order.cancellation;

import dev.quayside.order.order.CancelReason;
import dev.quayside.order.order.OrderCancellation;
import dev.quayside.order.order.OrderStatus;
import dev.quayside.order.order.OrderView;
import dev.quayside.order.order.OrderWatch;
import dev.quayside.order.order.Orders;
import dev.quayside.order.order.Patience;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Cancels an order for a person who waits a little for it. The work itself is the durable step's. */
@ApplicationScoped
class CancellationService {
    private final OrderCancellation cancellation;
    private final OrderWatch watch;
    private final Orders orders;
    private final Patience patience;

    CancellationService(OrderCancellation cancellation, OrderWatch watch, Orders orders, Patience patience) {
        this.cancellation = cancellation;
        this.watch = watch;
        this.orders = orders;
        this.patience = patience;
    }

    /** The order when it is cancelled, or still {@code cancelling} after a while. 409 when it can no longer be. */
    OrderView cancel(UUID orderId, CancelReason reason) {
        cancellation.request(orderId, reason);
        watch.until(orderId, Set.of(OrderStatus.CANCELLING), patience.deadline());
        return orders.view(orderId);
    }
}
