package dev.quayside.kit.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.kit.step.DurableSteps;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@KitTest
class DurableStepsIT {
    @Inject
    DurableSteps steps;

    @Test
    void committedStepRunsUntilItIsDone() {
        UUID subject = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> steps.schedule(ProbeStep.NAME, subject));
        await().atMost(Duration.ofSeconds(15)).until(() -> runs(subject) == 3);
        await().during(Duration.ofSeconds(1)).until(() -> runs(subject) == 3);
    }

    @Test
    void rolledBackStepNeverRuns() {
        UUID subject = UUID.randomUUID();
        QuarkusTransaction.begin();
        steps.schedule(ProbeStep.NAME, subject);
        QuarkusTransaction.rollback();
        await().during(Duration.ofSeconds(2)).until(() -> runs(subject) == 0);
        assertThat(runs(subject)).isZero();
    }

    private static long runs(UUID subject) {
        return ProbeStep.RUNS.stream().filter(subject::equals).count();
    }
}
