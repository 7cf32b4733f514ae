package dev.quayside.payment.operation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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

    Map<UUID, UUID> ordersOf(Collection<UUID> ids) {
        List<?> found = getEntityManager()
                .createNativeQuery("""
                        select id, order_id from payment_operations
                        where id = any(cast(:ids as uuid[])) and order_id is not null""")
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
        return found.stream().map(Object[].class::cast).collect(Collectors.toMap(row -> (UUID) row[0], row ->
                (UUID) row[1]));
    }

    List<Operation> unsettledCreatedBefore(Instant time, int most) {
        return find("state = ?1 and createdAt < ?2 order by createdAt", OperationState.UNSETTLED, time)
                .page(0, most)
                .list();
    }
}
