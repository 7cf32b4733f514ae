package dev.quayside.order.cart;

import dev.quayside.kit.money.Currency;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.order.OrderProblem;
import dev.quayside.order.pricing.PricedLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The reads and writes of carts, one transaction each; none of them asks the catalogue. */
@ApplicationScoped
class CartTransactions {
    private final CartRepository carts;
    private final Clock clock;

    CartTransactions(CartRepository carts, Clock clock) {
        this.carts = carts;
        this.clock = clock;
    }

    /** Makes an empty cart. Its id is random through and through: of a guest's cart it is the secret. */
    @Transactional
    CartSnapshot create(Currency currency, Optional<UUID> customer) {
        Cart cart = new Cart(UUID.randomUUID(), currency, customer, now());
        carts.persist(cart);
        return CartSnapshot.of(cart);
    }

    @Transactional
    CartSnapshot read(UUID id, Optional<UUID> customer) {
        return CartSnapshot.of(seen(id, carts.findByIdOptional(id), customer));
    }

    @Transactional
    CartSnapshot put(UUID id, Optional<UUID> customer, PricedLine line) {
        Cart cart = locked(id, customer);
        cart.put(line, now());
        carts.flush();
        return CartSnapshot.of(cart);
    }

    @Transactional
    CartSnapshot remove(UUID id, Optional<UUID> customer, String sku) {
        Cart cart = locked(id, customer);
        cart.remove(sku, now());
        carts.flush();
        return CartSnapshot.of(cart);
    }

    /** The cart with its row locked, in the caller's transaction; 404 for those who may not see it. */
    Cart locked(UUID id, Optional<UUID> customer) {
        return seen(id, carts.locked(id), customer);
    }

    /** To the microsecond, as PostgreSQL keeps it. */
    Instant now() {
        return clock.instant();
    }

    private static Cart seen(UUID id, Optional<Cart> cart, Optional<UUID> customer) {
        return cart.filter(found -> found.isSeenBy(customer))
                .orElseThrow(() -> new ProblemException(OrderProblem.CART_NOT_FOUND, "no cart has the id " + id));
    }
}
