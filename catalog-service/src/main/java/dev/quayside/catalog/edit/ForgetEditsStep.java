package dev.quayside.catalog.edit;

import dev.quayside.kit.step.RecurringStep;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets edits that nobody has touched for as long as they are kept, which is as long as imports are. */
@ApplicationScoped
class ForgetEditsStep implements RecurringStep {
    private static final Duration EVERY = Duration.ofHours(1);

    private final EditRepository edits;
    private final Clock clock;
    private final Duration retention;

    ForgetEditsStep(
            EditRepository edits,
            Clock clock,
            @ConfigProperty(name = "quayside.imports.retention") Duration retention) {
        this.edits = edits;
        this.clock = clock;
        this.retention = retention;
    }

    @Override
    public String name() {
        return "forget-product-edits";
    }

    @Override
    public Outcome run(UUID all) {
        QuarkusTransaction.requiringNew().run(() -> edits.forget(clock.instant().minus(retention)));
        return Outcome.again(EVERY);
    }
}
