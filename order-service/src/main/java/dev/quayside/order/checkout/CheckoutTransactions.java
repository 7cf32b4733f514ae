package dev.quayside.order.checkout;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.idempotency.Claim;
import dev.quayside.kit.idempotency.Idempotency;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.order.cart.CartPurchases;
import dev.quayside.order.cart.CartSnapshot;
import dev.quayside.order.keyed.KeyedWork;
import dev.quayside.order.order.NewOrder;
import dev.quayside.order.order.OrderPlacement;
import dev.quayside.order.order.OrderState;
import dev.quayside.order.order.Orders;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The first and the last transaction of a checkout, which have the key's row in them. */
@ApplicationScoped
class CheckoutTransactions {
    private static final String ONE_LIVE_ORDER = "orders_one_live_per_cart";

    private final Idempotency keys;
    private final KeyedWork keyed;
    private final CartPurchases carts;
    private final OrderPlacement placement;
    private final Orders orders;
    private final EntityManager database;
    private final ObjectMapper json;

    CheckoutTransactions(
            Idempotency keys,
            KeyedWork keyed,
            CartPurchases carts,
            OrderPlacement placement,
            Orders orders,
            EntityManager database,
            ObjectMapper json) {
        this.keys = keys;
        this.keyed = keyed;
        this.carts = carts;
        this.placement = placement;
        this.orders = orders;
        this.database = database;
        this.json = json;
    }

    /** What the key has come to so far; empty when it is new. Leaves no row. */
    Optional<Claim> known(IdempotencyKey key, UUID subject) {
        try {
            return Optional.of(QuarkusTransaction.requiringNew().call(() -> {
                Claim claim = keys.claim(key, subject);
                if (claim.state() == Claim.State.FRESH) {
                    throw new RolledBack();
                }
                return claim;
            }));
        } catch (RolledBack fresh) {
            return Optional.empty();
        }
    }

    /**
     * Transaction 1: the key's row, the order and the lock on its cart, if the cart still is what was quoted.
     *
     * @return false when the key or the cart has been taken, or the cart was written to; then nothing is written
     */
    boolean begin(IdempotencyKey key, CartSnapshot quoted, NewOrder agreed, @Nullable UUID customer) {
        try {
            QuarkusTransaction.requiringNew().run(() -> claimAndStart(key, quoted, agreed, customer));
            return true;
        } catch (RolledBack lostRace) {
            return false;
        } catch (ConstraintViolationException lostRace) {
            if (ONE_LIVE_ORDER.equals(lostRace.getConstraintName())) {
                return false;
            }
            throw lostRace;
        }
    }

    /** The last transaction: the answer for the key, from the order as it is. The first answer stays. */
    StoredAnswer finish(IdempotencyKey key, UUID orderId) {
        return keyed.finish(key, orderId, () -> answer(orderId));
    }

    private void claimAndStart(IdempotencyKey key, CartSnapshot quoted, NewOrder agreed, @Nullable UUID customer) {
        if (keys.claim(key, agreed.id()).state() != Claim.State.FRESH) {
            throw new RolledBack();
        }
        CartSnapshot now = carts.lock(quoted.id(), Optional.ofNullable(customer));
        if (now.orderId() != null || now.version() != quoted.version()) {
            throw new RolledBack();
        }
        placement.start(agreed);
        database.flush();
    }

    private StoredAnswer answer(UUID orderId) {
        OrderState order = orders.state(orderId);
        String problem = order.abandonedBecause();
        if (problem != null) {
            return StoredAnswer.first(StoredProblem.read(problem, json).code().status(), problem);
        }
        return keyed.answer(201, orders.view(orderId));
    }

    /** Ends a transaction that must leave nothing. */
    private static final class RolledBack extends RuntimeException {}
}
