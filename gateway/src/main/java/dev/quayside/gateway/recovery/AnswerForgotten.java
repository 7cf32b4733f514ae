package dev.quayside.gateway.recovery;

import dev.quayside.gateway.limit.AccountLimits;
import dev.quayside.kit.step.DurableStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Mails a link to a new password, to whoever has an account. A mailbox gets a few of them in an hour, however often it is asked for. */
@ApplicationScoped
class AnswerForgotten implements DurableStep {
    static final String NAME = "answer-forgotten-password";

    private final ForgottenPasswords wishes;
    private final AccountLimits limits;

    AnswerForgotten(ForgottenPasswords wishes, AccountLimits limits) {
        this.wishes = wishes;
        this.limits = limits;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID wish) {
        Optional<UUID> owner = wishes.owner(wish).filter(limits::mayMailReset);
        owner.ifPresentOrElse(found -> wishes.mail(wish, found), () -> wishes.forget(wish));
        return Outcome.DONE;
    }
}
