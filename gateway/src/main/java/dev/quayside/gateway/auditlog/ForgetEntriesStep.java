package dev.quayside.gateway.auditlog;

import dev.quayside.kit.step.RecurringStep;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets entries past the time that they are kept, once an hour in one of the instances. */
@ApplicationScoped
class ForgetEntriesStep implements RecurringStep {
    static final int AT_ONCE = 10_000;

    private static final String NAME = "forget-audit-entries";
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration SHORTEST = Duration.ofDays(30);

    private final AuditLogRepository entries;
    private final Clock clock;
    private final Duration kept;

    ForgetEntriesStep(
            AuditLogRepository entries,
            Clock clock,
            @ConfigProperty(name = "quayside.audit-log.retention") Duration kept) {
        this.entries = entries;
        this.clock = clock;
        this.kept = kept;
    }

    void check(@Observes StartupEvent started) {
        if (kept.compareTo(SHORTEST) < 0) {
            throw new IllegalStateException("QUAYSIDE_AUDIT_LOG_RETENTION must be at least P30D, not " + kept);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    @Transactional
    public Outcome run(UUID subject) {
        boolean more = entries.forget(clock.instant().minus(kept), AT_ONCE) == AT_ONCE;
        return Outcome.again(more ? Duration.ZERO : EVERY);
    }
}
