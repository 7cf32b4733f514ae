package dev.quayside.gateway.recovery;

import dev.quayside.gateway.customer.AccountChanges;
import dev.quayside.gateway.customer.CheckedPassword;
import dev.quayside.gateway.customer.CustomerView;
import dev.quayside.gateway.mail.MailKind;
import dev.quayside.gateway.mail.MailProof;
import dev.quayside.gateway.mail.MailTokens;
import dev.quayside.gateway.mail.Mails;
import dev.quayside.gateway.people.GuestOrders;
import dev.quayside.gateway.session.EndReason;
import dev.quayside.gateway.session.SessionService;
import dev.quayside.gateway.session.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The transactions that give an account a new password: sign-ins end, and links that were mailed before open nothing any more. */
@ApplicationScoped
class NewPasswords {
    /** Links that whoever knew the old password may have asked for; that to the account's own address stays. */
    private static final Set<MailKind> OF_OLD_PASSWORD = Set.of(MailKind.CHANGE_EMAIL, MailKind.RESET_PASSWORD);

    private final AccountChanges accounts;
    private final SessionService sessions;
    private final MailTokens tokens;
    private final Mails mails;
    private final GuestOrders guestOrders;

    NewPasswords(
            AccountChanges accounts, SessionService sessions, MailTokens tokens, Mails mails, GuestOrders guestOrders) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.mails = mails;
        this.guestOrders = guestOrders;
    }

    /** By a mailed token, which also shows who reads at the address. Ends all sign-ins. */
    @Transactional
    void reset(String token, String hash) {
        MailProof proof = tokens.look(token, PasswordRecovery.KINDS).orElseThrow(EmailVerification::invalidLink);
        CustomerView customer = accounts.lock(proof.subject())
                .filter(found -> found.email().equals(proof.email()) && tokens.take(token))
                .orElseThrow(EmailVerification::invalidLink);
        accounts.setPassword(customer.id(), hash);
        if (accounts.verifyEmail(customer.id())) {
            guestOrders.joinLater(customer.id());
        }
        tokens.revoke(customer.id(), MailKind.withLink());
        sessions.endAll(Subject.customer(customer.id()), Optional.empty(), EndReason.PASSWORD_RESET);
        mails.send(MailKind.PASSWORD_CHANGED, customer.email(), customer.id());
    }

    /** By the old password. Ends the other sign-ins. */
    @Transactional
    void change(CheckedPassword checked, String hash, Optional<UUID> session) {
        CustomerView customer = accounts.require(checked);
        accounts.setPassword(customer.id(), hash);
        tokens.revoke(customer.id(), OF_OLD_PASSWORD);
        sessions.endAll(Subject.customer(customer.id()), session, EndReason.PASSWORD_CHANGED);
        mails.send(MailKind.PASSWORD_CHANGED, customer.email(), customer.id());
    }
}
