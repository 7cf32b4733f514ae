package dev.quayside.payment.customer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class StripeCustomerRepository implements PanacheRepositoryBase<StripeCustomer, UUID> {
    /** Inserts the row unless the customer has one. True when it was inserted. */
    boolean insert(UUID customerId, Instant now) {
        return getEntityManager()
                        .createNativeQuery("""
                                insert into stripe_customers (customer_id, created_at) values (:customer, :now)
                                on conflict on constraint stripe_customers_pk do nothing""")
                        .setParameter("customer", customerId)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    Optional<StripeCustomer> locked(UUID customerId) {
        return findByIdOptional(customerId, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<StripeCustomer> ofStripe(String stripeId) {
        return find("stripeId", stripeId).firstResultOptional();
    }
}
