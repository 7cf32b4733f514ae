package dev.quayside.kit.step;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What the durable steps still owe: shown by the audit, and by metrics. */
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
}
