package dev.quayside.order.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.UUID;

/** Reads of single orders. Who may see one is not decided here. */
@ApplicationScoped
public class Orders {
    private final OrderRepository orders;

    Orders(OrderRepository orders) {
        this.orders = orders;
    }

    /** The order; 404 {@code order_not_found} when there is none. */
    @Transactional
    public OrderView view(UUID id) {
        return OrderView.of(orders.read(id));
    }

    /** Where the order stands; 404 when there is none. */
    @Transactional
    public OrderStatus status(UUID id) {
        return orders.status(id).orElseThrow(() -> OrderRepository.notFound(id));
    }

    /** Where the order stands; empty when there is none. */
    @Transactional
    public Optional<OrderStatus> find(UUID id) {
        return orders.status(id);
    }

    /** The order, in the caller's transaction, with its row locked until that ends; 404 when there is none. */
    @Transactional(TxType.MANDATORY)
    public OrderState locked(UUID id) {
        return OrderState.of(orders.locked(id));
    }

    /** The order for those who drive it on; 404 when there is none. */
    @Transactional
    public OrderState state(UUID id) {
        return OrderState.of(orders.read(id));
    }
}
