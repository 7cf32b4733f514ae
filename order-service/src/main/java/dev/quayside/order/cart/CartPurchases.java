package dev.quayside.order.cart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.UUID;

/** What buying does to a cart. The verbs are part of the order's transactions: cart and order change together or not at all. */
@ApplicationScoped
public class CartPurchases {
    private final CartTransactions transactions;
    private final CartRepository carts;

    CartPurchases(CartTransactions transactions, CartRepository carts) {
        this.transactions = transactions;
        this.carts = carts;
    }

    /** The cart as it is, for somebody who may see it; else a 404. */
    public CartSnapshot read(UUID id, Optional<UUID> customer) {
        return transactions.read(id, customer);
    }

    /** The cart with its row locked until the transaction ends. */
    @Transactional(TxType.MANDATORY)
    public CartSnapshot lock(UUID id, Optional<UUID> customer) {
        return CartSnapshot.of(transactions.locked(id, customer));
    }

    /** Locks an open cart for an order that is being placed. */
    @Transactional(TxType.MANDATORY)
    public void buy(UUID id, UUID orderId) {
        cart(id).become(CartStatus.LOCKED, orderId, transactions.now());
    }

    /** Opens the cart of an order that was abandoned, or cancelled before it was paid; one that was erased stays gone. */
    @Transactional(TxType.MANDATORY)
    public void reopen(UUID id, UUID orderId) {
        carts.locked(id)
                .filter(cart -> orderId.equals(cart.orderId) && cart.status == CartStatus.LOCKED)
                .ifPresent(cart -> cart.become(CartStatus.OPEN, null, transactions.now()));
    }

    /** Closes the cart of an order that was paid; closed already, and erased since, is fine. */
    @Transactional(TxType.MANDATORY)
    public void close(UUID id, UUID orderId) {
        carts.locked(id)
                .filter(cart -> orderId.equals(cart.orderId) && cart.status == CartStatus.LOCKED)
                .ifPresent(cart -> cart.become(CartStatus.CLOSED, orderId, transactions.now()));
    }

    private Cart cart(UUID id) {
        return carts.locked(id).orElseThrow(() -> new IllegalStateException("the order's cart " + id + " is gone"));
    }
}
