package dev.quayside.payment.reconciliation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Two starts meet on the index that allows one running row. */
@ApplicationScoped
class RunRepository implements PanacheRepositoryBase<Run, UUID> {
    /** Inserts a running row unless there is one; true when it was inserted. */
    boolean insert(UUID id, Trigger trigger, Window window, Instant now) {
        return getEntityManager()
                        .createNativeQuery("""
                                insert into reconciliation_runs (id, status, started_by, window_from, window_to, stage,
                                    started_at, progressed_at)
                                values (:id, 'RUNNING', :by, :from, :to, 'ORDERS', :now, :now)
                                on conflict (status) where status = 'RUNNING' do nothing""")
                        .setParameter("id", id)
                        .setParameter("by", trigger.name())
                        .setParameter("from", window.from())
                        .setParameter("to", window.to())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    Optional<Run> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<Run> running() {
        return find("status", RunStatus.RUNNING).firstResultOptional();
    }

    /** The end of the last window that was compared to its end. */
    Optional<Instant> comparedUntil() {
        return find("status = ?1 order by to desc", RunStatus.FINISHED)
                .page(0, 1)
                .<Run>firstResultOptional()
                .map(Run::to);
    }

    /** Deletes runs that have ended and were started before a time, with what they found; how many those were. */
    int deleteEndedBefore(Instant time, int most) {
        return getEntityManager()
                .createNativeQuery("""
                        delete from reconciliation_runs where id in (
                            select id from reconciliation_runs where status <> 'RUNNING' and started_at < :time
                            order by started_at limit :most)""")
                .setParameter("time", time)
                .setParameter("most", most)
                .executeUpdate();
    }
}
