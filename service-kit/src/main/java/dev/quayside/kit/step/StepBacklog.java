package dev.quayside.kit.step;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What the durable steps still owe: shown by the audit, and by metrics; and taken back by whoever has done it along with other work. */
@ApplicationScoped
public class StepBacklog {
    private final EntityManager database;
    private final Clock clock;

    StepBacklog(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Steps that should have run this long ago, or that fail again and again: name and subject, at most 100. */
    @Transactional
    public List<String> late(Duration grace) {
        List<?> rows = database.createNativeQuery("""
                        select task_name || ' ' || task_instance from scheduled_tasks
                        where execution_time < :due or coalesce(consecutive_failures, 0) >= 5
                        order by execution_time limit 100""")
                .setParameter("due", clock.instant().minus(grace))
                .getResultList();
        return rows.stream().map(String::valueOf).toList();
    }

    /**
     * Takes back what a step owes to these subjects, in the caller's transaction, which does that work itself. One that is being run stays:
     * it finds the work done.
     */
    @Transactional(TxType.MANDATORY)
    public void withdraw(String step, Collection<UUID> subjects) {
        database.createNativeQuery("""
                        delete from scheduled_tasks
                        where task_name = :step and task_instance = any(cast(:subjects as text[])) and not picked""")
                .setParameter("step", step)
                .setParameter("subjects", subjects.stream().map(UUID::toString).toArray(String[]::new))
                .executeUpdate();
    }
}
