package dev.quayside.kit.step;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Retries a failed step without end: after a first delay, doubling up to 5 minutes. From the fifth failure on it is logged as an error. */
record BackOff(Duration first) implements FailureHandler<Void> {
    private static final Logger LOG = Logger.getLogger(DurableSteps.class);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int STUCK_AFTER = 5;

    @Override
    public void onFailure(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        int failures = complete.getExecution().consecutiveFailures;
        Duration delay = first.multipliedBy(1L << Math.min(failures, 20));
        String step = complete.getExecution().getTaskName();
        String instance = complete.getExecution().getId();
        Throwable cause = complete.getCause().orElse(null);
        if (failures + 1 >= STUCK_AFTER) {
            LOG.errorf(cause, "step %s of %s has failed %d times", step, instance, failures + 1);
        } else {
            LOG.infof("step %s of %s failed and is tried again: %s", step, instance, String.valueOf(cause));
        }
        operations.reschedule(complete, complete.getTimeDone().plus(delay.compareTo(LONGEST) > 0 ? LONGEST : delay));
    }
}
