package dev.quayside.payment.wallet;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class CardSetupRepository implements PanacheRepositoryBase<CardSetup, UUID> {
    CardSetup locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow();
    }

    Optional<CardSetup> ofStripe(String setupIntent) {
        return find("stripeId", setupIntent).firstResultOptional();
    }

    /** The newest setup of a customer that can still be finished. */
    Optional<CardSetup> newestOpen(UUID customerId) {
        return find("customerId = ?1 and status = ?2 order by createdAt desc", customerId, SetupStatus.OPEN)
                .firstResultOptional();
    }
}
