package dev.quayside.gateway.mail;

import dev.quayside.kit.step.RecurringStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Deletes mailed tokens that are over, once an hour in one of the instances. */
@ApplicationScoped
class CleanMailTokens implements RecurringStep {
    private static final String NAME = "clean-mail-tokens";
    private static final Duration EVERY = Duration.ofHours(1);

    private final MailTokenRepository tokens;
    private final Clock clock;

    CleanMailTokens(MailTokenRepository tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    @Transactional
    public Outcome run(UUID subject) {
        tokens.deleteExpired(clock.instant());
        return Outcome.again(EVERY);
    }
}
