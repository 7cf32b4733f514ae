package dev.quayside.payment.operation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class OperationRepository implements PanacheRepositoryBase<Operation, UUID> {
    Optional<Operation> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<Operation> unsettled(UUID subject, OperationKind kind) {
        return find("subject = ?1 and kind = ?2 and state = ?3", subject, kind, OperationState.UNSETTLED)
                .firstResultOptional();
    }

    Optional<Operation> latest(UUID subject, OperationKind kind) {
        return find("subject = ?1 and kind = ?2 order by createdAt desc, id desc", subject, kind)
                .firstResultOptional();
    }

    List<Operation> unsettledCreatedBefore(Instant time, int most) {
        return find("state = ?1 and createdAt < ?2 order by createdAt", OperationState.UNSETTLED, time)
                .page(0, most)
                .list();
    }
}
