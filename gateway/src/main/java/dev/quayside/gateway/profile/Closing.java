package dev.quayside.gateway.profile;

import dev.quayside.gateway.attempt.SignInLimits;
import dev.quayside.gateway.attempt.SignInTry;
import dev.quayside.gateway.customer.AccountChanges;
import dev.quayside.gateway.customer.CheckedPassword;
import dev.quayside.gateway.customer.CustomerView;
import dev.quayside.gateway.mail.MailKind;
import dev.quayside.gateway.mail.MailTokens;
import dev.quayside.gateway.mail.Mails;
import dev.quayside.gateway.session.EndReason;
import dev.quayside.gateway.session.SessionService;
import dev.quayside.gateway.session.Subject;
import dev.quayside.gateway.token.AccessTokens;
import dev.quayside.kit.step.DurableSteps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The first and the last transaction of an account's end. */
@ApplicationScoped
class Closing {
    /** Until then an access token that was given out before can have made something new at a service. */
    private static final Duration TOKENS_ARE_OVER = AccessTokens.LIFE.plusMinutes(1);

    private final AccountChanges accounts;
    private final SessionService sessions;
    private final MailTokens tokens;
    private final Mails mails;
    private final SignInLimits signIns;
    private final DurableSteps steps;
    private final Clock clock;
    private final Duration endedEverywhere;

    Closing(
            AccountChanges accounts,
            SessionService sessions,
            MailTokens tokens,
            Mails mails,
            SignInLimits signIns,
            DurableSteps steps,
            Clock clock,
            @ConfigProperty(name = "quayside.sign-ins.ended-everywhere") Duration endedEverywhere) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.mails = mails;
        this.signIns = signIns;
        this.steps = steps;
        this.clock = clock;
        this.endedEverywhere = endedEverywhere;
    }

    /** From here on nobody signs in, refreshes or follows a mailed link. */
    @Transactional
    void close(CheckedPassword checked) {
        end(accounts.require(checked).id());
    }

    /** The same without a password, in the transaction of whoever may and has locked the account. */
    @Transactional(TxType.MANDATORY)
    void end(UUID customer) {
        accounts.close(customer);
        sessions.endAll(Subject.customer(customer), Optional.empty(), EndReason.ACCOUNT_CLOSED);
        tokens.revoke(customer, MailKind.withLink());
        Instant now = clock.instant();
        // Its sign-ins go with it, and every instance is to have seen that they have ended.
        steps.schedule(EraseCustomer.NAME, customer, now.plus(endedEverywhere));
        steps.schedule(SweepErased.NAME, customer, now.plus(TOKENS_ARE_OVER));
    }

    /** Deletes what is left here, once the services have erased their part. */
    @Transactional
    void finish(CustomerView closed) {
        if (accounts.delete(closed.id())) {
            signIns.forget(SignInTry.of("customer", closed.email(), "", null));
            mails.send(MailKind.ACCOUNT_DELETED, closed.email(), closed.id());
        }
    }
}
