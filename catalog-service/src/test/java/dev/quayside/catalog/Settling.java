package dev.quayside.catalog;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.kit.step.RecurringStep;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;

/** Settles stock alerts to the end: other tests have left more of them than one run takes. */
final class Settling {
    private Settling() {}

    static void of(Instance<DurableStep> steps) {
        DurableStep settling = steps.stream()
                .filter(step -> step.name().equals("settle-stock-alerts"))
                .findFirst()
                .orElseThrow();
        Duration again = Duration.ZERO;
        while (Duration.ZERO.equals(again)) {
            again = settling.run(RecurringStep.ALL).again();
        }
    }
}
