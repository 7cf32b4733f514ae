package dev.quayside.payment.shop;

import dev.quayside.payment.comparison.OrderSide;
import dev.quayside.payment.comparison.StockSide;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What orders and stock say. A service that does not answer is a {@link ShopUnavailableException}. */
@ApplicationScoped
public class Shop {
    private static final String ORDERS = "order-service";
    private static final String CATALOGUE = "catalog-service";

    private final ShopClient client;

    Shop(@RestClient ShopClient client) {
        this.client = client;
    }

    /** Orders behind an id, by ascending id; fewer than {@code limit} at the end. */
    public List<OrderSide> orders(UUID after, int limit) {
        return call(ORDERS, () -> client.orders(after, limit).data());
    }

    /** Reservations behind an id, by ascending id; fewer than {@code limit} at the end. */
    public List<StockSide> reservations(UUID after, int limit) {
        return call(CATALOGUE, () -> client.reservations(after, limit).data());
    }

    public Optional<OrderSide> order(UUID id) {
        return orders(IdOrder.before(id), 1).stream()
                .filter(order -> order.id().equals(id))
                .findFirst();
    }

    public Optional<StockSide> reservation(UUID orderId) {
        return reservations(IdOrder.before(orderId), 1).stream()
                .filter(reservation -> reservation.id().equals(orderId))
                .findFirst();
    }

    /** The skus whose numbers disagree with each other; a hundred at most. */
    public List<StockFault> stockFaults() {
        return call(CATALOGUE, () -> client.invariants().data()).stream()
                .flatMap(invariant -> invariant.offenders().stream())
                .toList();
    }

    /** Has order-service do again what an order owes to the stock; it goes on by itself. */
    public void repairStock(UUID orderId) {
        call(ORDERS, () -> {
            client.repairStock(orderId);
            return orderId;
        });
    }

    private static <T> T call(String service, Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException failed) {
            throw new ShopUnavailableException(service, failed);
        }
    }
}
