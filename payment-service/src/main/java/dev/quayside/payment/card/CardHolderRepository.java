package dev.quayside.payment.card;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

@ApplicationScoped
class CardHolderRepository implements PanacheRepositoryBase<CardHolder, UUID> {
    /** The holder's row with its lock, made if need be. */
    CardHolder locked(UUID customerId) {
        return findByIdOptional(customerId, LockModeType.PESSIMISTIC_WRITE).orElseGet(() -> {
            getEntityManager()
                    .createNativeQuery("""
                            insert into card_holders (customer_id) values (:customer)
                            on conflict on constraint card_holders_pk do nothing""")
                    .setParameter("customer", customerId)
                    .executeUpdate();
            return findByIdOptional(customerId, LockModeType.PESSIMISTIC_WRITE).orElseThrow();
        });
    }
}
