package dev.quayside.payment.mismatch;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.payment.comparison.Comparison;
import dev.quayside.payment.comparison.Finding;
import dev.quayside.payment.comparison.RepairAction;
import dev.quayside.payment.comparison.Sides;
import dev.quayside.payment.operation.Pace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Repairs a mismatch: looks at the sides as they are now, takes the action that they call for, once, and looks again until they agree. A
 * mismatch that is gone by itself is repaired too.
 */
@ApplicationScoped
class RepairMismatchStep implements DurableStep {
    private static final Pace PACE = new Pace(Duration.ofMillis(200), Duration.ofSeconds(30), 2);

    private final Repairs repairs;
    private final RepairActions actions;
    private final SidesReader reader;
    private final Clock clock;
    private final Duration patience;

    RepairMismatchStep(
            Repairs repairs,
            RepairActions actions,
            SidesReader reader,
            Clock clock,
            @ConfigProperty(name = "quayside.reconciliation.repair-patience") Duration patience) {
        this.repairs = repairs;
        this.actions = actions;
        this.reader = reader;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public String name() {
        return Repairs.STEP;
    }

    @Override
    public Outcome run(UUID id) {
        Optional<AskedRepair> asked = repairs.asked(id);
        if (asked.isEmpty()) {
            return Outcome.DONE;
        }
        boolean late = asked.get().askedAt().plus(patience).isBefore(clock.instant());
        try {
            return goOn(asked.get(), late);
        } catch (RuntimeException notNow) {
            if (!late) {
                throw notNow;
            }
            return failed(id, String.valueOf(notNow.getMessage()));
        }
    }

    private Outcome goOn(AskedRepair asked, boolean late) {
        Sides sides = sides(asked.finding());
        Optional<Finding> still =
                Comparison.of(sides).stream().filter(asked.finding()::isSame).findFirst();
        if (still.isEmpty()) {
            repairs.solved(asked.finding());
            return Outcome.DONE;
        }
        RepairAction action = still.get().repair();
        if (!asked.acted() && action == null) {
            return failed(
                    asked.id(), "It needs a person now: " + still.get().code().advice());
        }
        if (!asked.acted()) {
            actions.take(Objects.requireNonNull(action), still.get(), sides);
            repairs.acted(asked.id());
        }
        if (late) {
            return failed(asked.id(), "The sides still differ: " + still.get().summary());
        }
        return Outcome.again(PACE.after(asked.askedAt(), clock));
    }

    private Outcome failed(UUID id, String why) {
        repairs.failed(id, why);
        return Outcome.DONE;
    }

    private Sides sides(Finding finding) {
        return reader.read(
                Objects.requireNonNull(finding.orderId(), "what can be repaired is about an order"),
                finding.isAboutIntent() ? List.of(finding.subject()) : List.of());
    }
}
