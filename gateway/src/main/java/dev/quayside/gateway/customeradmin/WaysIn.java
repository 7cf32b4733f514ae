package dev.quayside.gateway.customeradmin;

import dev.quayside.gateway.mail.MailKind;
import dev.quayside.gateway.mail.MailTokens;
import dev.quayside.gateway.session.EndReason;
import dev.quayside.gateway.session.SessionService;
import dev.quayside.gateway.session.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.UUID;

/** Ends what a customer could come back by without signing in again. Signing in is the account's own to refuse. */
@ApplicationScoped
class WaysIn {
    private final SessionService sessions;
    private final MailTokens tokens;

    WaysIn(SessionService sessions, MailTokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    /** Sign-ins and mailed links, in the transaction that has locked and disabled the account. */
    @Transactional(TxType.MANDATORY)
    void close(UUID customer) {
        sessions.endAll(Subject.customer(customer), Optional.empty(), EndReason.ACCOUNT_DISABLED);
        tokens.revoke(customer, MailKind.withLink());
    }
}
