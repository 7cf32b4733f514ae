package dev.quayside.kit.step;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Schedules and runs durable steps, on db-scheduler. {@link #schedule} takes part in the caller's transaction: rolled back, the step
 * never was; committed, it runs at once, or after a restart.
 */
@ApplicationScoped
public class DurableSteps {
    private static final int MOST_THREADS = 10;

    private final Scheduler scheduler;
    private final Clock clock;
    private final TransactionSynchronizationRegistry transactions;
    private final List<String> recurring;

    DurableSteps(
            DataSource dataSource,
            @All List<DurableStep> steps,
            Clock clock,
            TransactionSynchronizationRegistry transactions,
            @ConfigProperty(name = "quayside.steps.threads") Optional<Integer> threads,
            @ConfigProperty(name = "quayside.steps.polling-interval") Duration polling,
            @ConfigProperty(name = "quayside.steps.first-retry") Duration firstRetry) {
        this.clock = clock;
        this.transactions = transactions;
        this.recurring = steps.stream()
                .filter(RecurringStep.class::isInstance)
                .map(DurableStep::name)
                .toList();
        this.scheduler = Scheduler.create(
                        dataSource,
                        steps.stream()
                                .<Task<?>>map(step -> task(step, new BackOff(firstRetry)))
                                .toList())
                .threads(threads.orElseGet(DurableSteps::usualThreads))
                .pollingInterval(polling)
                .pollUsingLockAndFetch(0.5, 1.0)
                // A killed process's steps are taken over after 4 missed heartbeats: 20 seconds.
                .heartbeatInterval(Duration.ofSeconds(5))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
    }

    void start(@Observes StartupEvent started) {
        recurring.forEach(step -> schedule(step, RecurringStep.ALL));
        scheduler.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        scheduler.stop();
    }

    /** Runs a step for a thing as soon as the caller's transaction is committed. Already scheduled is not an error. */
    public void schedule(String step, UUID subject) {
        schedule(step, subject, "", clock.instant());
    }

    /** Runs a step for a thing at a time. Already scheduled is not an error, and the first time stays. */
    public void schedule(String step, UUID subject, Instant at) {
        schedule(step, subject, "", at);
    }

    /**
     * Runs a step for a thing once for each {@code occasion}, such as a version: one that is being run for an earlier occasion cannot
     * swallow the later one.
     */
    public void schedule(String step, UUID subject, String occasion, Instant at) {
        String instance = occasion.isEmpty() ? subject.toString() : subject + ":" + occasion;
        scheduler.scheduleIfNotExists(new TaskInstance<>(step, instance), at);
        if (!at.isAfter(clock.instant())) {
            wakeAfterCommit();
        }
    }

    private void wakeAfterCommit() {
        if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            transactions.registerInterposedSynchronization(new AfterCommit(scheduler::triggerCheckForDueExecutions));
        } else {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    /** More would only make callers wait: a step keeps a processor about as busy as its database. At most half the pool. */
    private static int usualThreads() {
        return Math.min(MOST_THREADS, 2 * Runtime.getRuntime().availableProcessors());
    }

    private static CustomTask<Void> task(DurableStep step, BackOff backOff) {
        return Tasks.custom(step.name(), Void.class).onFailure(backOff).execute((instance, context) -> {
            DurableStep.Outcome outcome = step.run(subject(instance.getId()));
            Duration again = outcome.again();
            return again == null
                    ? new CompletionHandler.OnCompleteRemove<>()
                    : (complete, operations) -> operations.reschedule(
                            complete, complete.getTimeDone().plus(again));
        });
    }

    private static UUID subject(String instance) {
        return UUID.fromString(instance.substring(0, 36));
    }
}
