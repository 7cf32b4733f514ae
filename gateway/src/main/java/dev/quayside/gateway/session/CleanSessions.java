package dev.quayside.gateway.session;

import dev.quayside.kit.step.RecurringStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Deletes sign-ins that are over, once an hour in one of the instances. They are kept a day, for whoever looks into a theft. */
@ApplicationScoped
class CleanSessions implements RecurringStep {
    private static final String NAME = "clean-sessions";
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration EVERY = Duration.ofHours(1);

    private final SessionRepository sessions;
    private final Clock clock;

    CleanSessions(SessionRepository sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    @Transactional
    public Outcome run(UUID subject) {
        sessions.deleteOver(clock.instant().minus(KEPT));
        return Outcome.again(EVERY);
    }
}
