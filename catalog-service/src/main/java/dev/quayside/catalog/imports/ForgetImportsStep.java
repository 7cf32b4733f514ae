package dev.quayside.catalog.imports;

import dev.quayside.kit.step.RecurringStep;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets imports that nobody has touched for as long as they are kept, and files that never came whole. */
@ApplicationScoped
class ForgetImportsStep implements RecurringStep {
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration RECEIVING = Duration.ofHours(6);

    private final ImportRepository imports;
    private final Clock clock;
    private final Duration retention;

    ForgetImportsStep(
            ImportRepository imports,
            Clock clock,
            @ConfigProperty(name = "quayside.imports.retention") Duration retention) {
        this.imports = imports;
        this.clock = clock;
        this.retention = retention;
    }

    @Override
    public String name() {
        return "forget-imports";
    }

    @Override
    public Outcome run(UUID all) {
        Instant now = clock.instant();
        QuarkusTransaction.requiringNew().run(() -> imports.forget(now.minus(retention), now.minus(RECEIVING)));
        return Outcome.again(EVERY);
    }
}
