package dev.quayside.order.cart;

import dev.quayside.kit.money.Currency;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.order.OrderProblem;
import dev.quayside.order.pricing.PricedLine;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cart aggregate. Its verbs are called with the row locked; {@code version} counts its writes. */
@Entity
@Table(name = "carts")
class Cart {
    static final int MOST_LINES = 100;

    @Id
    UUID id;

    @Column(name = "customer_id")
    @Nullable
    UUID customerId;

    @Column(name = "currency")
    String currency;

    @Column(name = "status")
    @Enumerated(EnumType.STRING)
    CartStatus status;

    @Column(name = "order_id")
    @Nullable
    UUID orderId;

    @Version
    @Column(name = "version")
    long version;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @ElementCollection
    @CollectionTable(name = "cart_lines", joinColumns = @JoinColumn(name = "cart_id"))
    @MapKeyColumn(name = "sku")
    Map<String, CartLine> lines = new HashMap<>();

    Cart() {}

    Cart(UUID id, Currency currency, Optional<UUID> customer, Instant now) {
        this.id = id;
        this.customerId = customer.orElse(null);
        this.currency = currency.code();
        this.status = CartStatus.OPEN;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Whether a caller may see the cart: anybody who knows a guest's, only the customer a customer's. */
    boolean isSeenBy(Optional<UUID> customer) {
        return customerId == null || customer.filter(customerId::equals).isPresent();
    }

    void put(PricedLine line, Instant now) {
        requireOpen();
        CartLine before = lines.get(line.sku());
        if (before == null && lines.size() >= MOST_LINES) {
            throw new ProblemException(
                    OrderProblem.CART_FULL, "cart " + id + " has " + MOST_LINES + " lines; remove one first");
        }
        lines.put(line.sku(), new CartLine(before == null ? nextPosition() : before.position, line, now));
        updatedAt = now;
    }

    void remove(String sku, Instant now) {
        requireOpen();
        if (lines.remove(sku) != null) {
            updatedAt = now;
        }
    }

    void become(CartStatus next, @Nullable UUID order, Instant now) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException("cart " + id + " is " + status.code() + ", not to become " + next.code());
        }
        status = next;
        orderId = order;
        updatedAt = now;
    }

    private void requireOpen() {
        switch (status) {
            case OPEN -> {}
            case LOCKED ->
                throw new ProblemException(
                        OrderProblem.CART_LOCKED, "order " + orderId + " is being paid; cancel it to change its cart");
            case CLOSED ->
                throw new ProblemException(
                        OrderProblem.CART_CLOSED, "order " + orderId + " bought this cart; make a new one");
        }
    }

    private int nextPosition() {
        return 1
                + lines.values().stream()
                        .map(line -> line.position)
                        .max(Comparator.naturalOrder())
                        .orElse(0);
    }
}
