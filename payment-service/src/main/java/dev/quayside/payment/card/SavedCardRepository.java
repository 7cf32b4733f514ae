package dev.quayside.payment.card;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SavedCardRepository implements PanacheRepositoryBase<SavedCard, UUID> {
    /** A customer's cards that are listed, newest first. */
    List<SavedCard> listed(UUID customerId) {
        return list("customerId = ?1 and removedAt is null order by createdAt desc, id desc", customerId);
    }

    /** All that a customer has or had. */
    List<SavedCard> of(UUID customerId) {
        return list("customerId", customerId);
    }

    /** Those of these that were removed. */
    List<SavedCard> removed(Collection<String> methodIds) {
        return methodIds.isEmpty() ? List.of() : list("methodId in ?1 and removedAt is not null", methodIds);
    }

    Optional<SavedCard> at(String methodId) {
        return find("methodId", methodId).firstResultOptional();
    }

    long countListed(UUID customerId) {
        return count("customerId = ?1 and removedAt is null", customerId);
    }
}
