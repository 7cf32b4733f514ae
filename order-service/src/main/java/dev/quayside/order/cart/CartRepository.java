package dev.quayside.order.cart;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class CartRepository implements PanacheRepositoryBase<Cart, UUID> {
    /** A cart for writing: other writers wait until this transaction ends. */
    Optional<Cart> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
