package dev.quayside.order.order;

import dev.quayside.kit.problem.ProblemException;
import dev.quayside.order.OrderProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class OrderRepository implements PanacheRepositoryBase<Order, UUID> {
    /** An order for changing: others who want to change it wait until this transaction ends. 404 when there is none. */
    Order locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> notFound(id));
    }

    Order read(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> notFound(id));
    }

    /** The state alone, for those who look often. */
    Optional<OrderStatus> status(UUID id) {
        return getEntityManager()
                .createQuery("select o.status from " + Order.class.getName() + " o where o.id = :id", OrderStatus.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The next human number, such as {@code Q-100001}. Numbers may have gaps. */
    String nextNumber() {
        return "Q-"
                + getEntityManager()
                        .createNativeQuery("select nextval('order_numbers')")
                        .getSingleResult();
    }

    static ProblemException notFound(UUID id) {
        return new ProblemException(OrderProblem.ORDER_NOT_FOUND, "no order has the id " + id);
    }
}
