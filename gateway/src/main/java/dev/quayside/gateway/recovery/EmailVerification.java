package dev.quayside.gateway.recovery;

import dev.quayside.gateway.customer.AccountChanges;
import dev.quayside.gateway.customer.CheckedPassword;
import dev.quayside.gateway.customer.CustomerView;
import dev.quayside.gateway.mail.MailKind;
import dev.quayside.gateway.mail.MailProof;
import dev.quayside.gateway.mail.MailTokens;
import dev.quayside.gateway.mail.Mails;
import dev.quayside.gateway.people.GuestOrders;
import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;

/** Verifies addresses and replaces them. The account's row is locked before a token is taken, here as everywhere. */
@ApplicationScoped
class EmailVerification {
    private static final Set<MailKind> KINDS = Set.of(MailKind.VERIFY_EMAIL, MailKind.CHANGE_EMAIL);

    private final AccountChanges accounts;
    private final MailTokens tokens;
    private final Mails mails;
    private final GuestOrders guestOrders;

    EmailVerification(AccountChanges accounts, MailTokens tokens, Mails mails, GuestOrders guestOrders) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.mails = mails;
        this.guestOrders = guestOrders;
    }

    @Transactional
    void verify(String token) {
        MailProof proof = tokens.look(token, KINDS).orElseThrow(EmailVerification::invalidLink);
        CustomerView customer = accounts.lock(proof.subject()).orElseThrow(EmailVerification::invalidLink);
        if (!tokens.take(token)) {
            throw invalidLink();
        }
        if (proof.kind() == MailKind.CHANGE_EMAIL) {
            accounts.replaceEmail(customer.id(), proof.email());
            // Whoever reads at the old address can do nothing with what was mailed there.
            tokens.revoke(customer.id(), MailKind.withLink());
            guestOrders.joinLater(customer.id());
        } else if (!customer.email().equals(proof.email())) {
            throw invalidLink();
        } else if (accounts.verifyEmail(customer.id())) {
            guestOrders.joinLater(customer.id());
        }
    }

    @Transactional
    void mailAgain(UUID id) {
        CustomerView customer = accounts.require(id);
        if (customer.emailVerified()) {
            throw new ProblemException(GatewayProblem.EMAIL_ALREADY_VERIFIED, "nothing needs to be done");
        }
        mails.send(MailKind.VERIFY_EMAIL, customer.email(), id);
    }

    /** Mails a link to a new address and a notice to the old one. Whether the new one has an account is said to nobody but its reader. */
    @Transactional
    void mailToNew(CheckedPassword checked, String email) {
        CustomerView customer = accounts.require(checked);
        if (customer.email().equals(email)) {
            throw ProblemException.invalidField("email", "unchanged", "is the account's address already");
        }
        tokens.revoke(customer.id(), Set.of(MailKind.CHANGE_EMAIL));
        mails.send(MailKind.CHANGE_EMAIL, email, customer.id());
        mails.send(MailKind.EMAIL_CHANGE_ASKED, customer.email(), customer.id());
    }

    static ProblemException invalidLink() {
        return new ProblemException(GatewayProblem.INVALID_LINK, "it was used or is over; ask for a new mail");
    }
}
