package dev.quayside.gateway.identity;

import dev.quayside.gateway.attempt.SignInLimits;
import dev.quayside.gateway.attempt.SignInTry;
import dev.quayside.gateway.customer.AccountChanges;
import dev.quayside.gateway.customer.CustomerView;
import dev.quayside.gateway.mail.MailKind;
import dev.quayside.gateway.mail.MailTokens;
import dev.quayside.gateway.session.EndReason;
import dev.quayside.gateway.session.SessionService;
import dev.quayside.gateway.session.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

/**
 * Closes every way into an account whose address nobody had verified. Anybody can have opened it, to wait in it for whoever has the
 * address.
 */
@ApplicationScoped
class WaysIn {
    private final AccountChanges accounts;
    private final IdentityRepository identities;
    private final SessionService sessions;
    private final MailTokens tokens;
    private final SignInLimits signIns;

    WaysIn(
            AccountChanges accounts,
            IdentityRepository identities,
            SessionService sessions,
            MailTokens tokens,
            SignInLimits signIns) {
        this.accounts = accounts;
        this.identities = identities;
        this.sessions = sessions;
        this.tokens = tokens;
        this.signIns = signIns;
    }

    /** Password, identities, sign-ins, mailed links, and the places that are known for it. */
    @Transactional(TxType.MANDATORY)
    void close(CustomerView customer) {
        accounts.dropPassword(customer.id());
        identities.deleteOf(customer.id());
        sessions.endAll(Subject.customer(customer.id()), Optional.empty(), EndReason.ACCOUNT_CLAIMED);
        tokens.revoke(customer.id(), MailKind.withLink());
        signIns.forget(SignInTry.of("customer", customer.email(), "", null));
    }
}
