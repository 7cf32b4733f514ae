package dev.quayside.order.cart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;

/** The carts of one customer as a whole. */
@ApplicationScoped
public class CustomerCarts {
    private final CartRepository carts;

    CustomerCarts(CartRepository carts) {
        this.carts = carts;
    }

    /** Gives a customer those of some carts that belong to nobody; how many. */
    @Transactional(TxType.MANDATORY)
    public int join(UUID customer, List<UUID> ids) {
        return ids.isEmpty()
                ? 0
                : carts.update(
                        "customerId = ?1, version = version + 1 where customerId is null and id in ?2", customer, ids);
    }

    /**
     * Deletes a customer's carts with their lines; how many. One that is locked is being bought right now: it stays until that has come to
     * something.
     */
    @Transactional(TxType.MANDATORY)
    public int delete(UUID customer) {
        return carts.getEntityManager()
                .createNativeQuery("delete from carts where customer_id = :customer and status <> 'locked'")
                .setParameter("customer", customer)
                .executeUpdate();
    }

    /** Up to so many of a customer's carts after an id, by id. */
    @Transactional(TxType.MANDATORY)
    public List<CartSnapshot> after(UUID customer, UUID id, int limit) {
        return carts.find("customerId = ?1 and id > ?2 order by id", customer, id).page(0, limit).stream()
                .map(CartSnapshot::of)
                .toList();
    }
}
