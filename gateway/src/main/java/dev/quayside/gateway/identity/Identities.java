package dev.quayside.gateway.identity;

import dev.quayside.gateway.customer.AccountChanges;
import dev.quayside.gateway.customer.CheckedPassword;
import dev.quayside.gateway.customer.CustomerView;
import dev.quayside.gateway.mail.MailKind;
import dev.quayside.gateway.mail.Mails;
import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.gateway.provider.ProvenIdentity;
import dev.quayside.gateway.session.EndReason;
import dev.quayside.gateway.session.SessionService;
import dev.quayside.gateway.session.Subject;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What customers do about their own identities, a transaction each, with the account locked for a change. */
@ApplicationScoped
public class Identities {
    private final IdentityRepository identities;
    private final Links links;
    private final AccountChanges accounts;
    private final SessionService sessions;
    private final Mails mails;

    Identities(
            IdentityRepository identities, Links links, AccountChanges accounts, SessionService sessions, Mails mails) {
        this.identities = identities;
        this.links = links;
        this.accounts = accounts;
        this.sessions = sessions;
        this.mails = mails;
    }

    /** All of a customer's, the oldest first; ten at most. */
    @Transactional
    public List<IdentityView> list(UUID customer) {
        return identities.of(customer).stream().map(Identity::view).toList();
    }

    /** Adds one to the account; one that it has already is answered as it is. A 409 {@code identity_taken}, {@code too_many_identities}. */
    @Transactional
    IdentityView link(CheckedPassword checked, Optional<UUID> session, ProvenIdentity proven) {
        CustomerView customer = accounts.require(checked);
        requireLive(customer, session);
        Optional<UUID> owner = identities.ownerOf(proven);
        if (owner.isPresent() && !owner.get().equals(customer.id())) {
            throw new ProblemException(
                    GatewayProblem.IDENTITY_TAKEN, "sign in by it and remove it from that account first");
        }
        return identities
                .find(customer.id(), proven)
                .orElseGet(() -> links.add(customer, proven))
                .view();
    }

    /** Removes one and ends the other sign-ins, some of which may have come by it. */
    @Transactional
    void unlink(UUID id, UUID identity, Optional<UUID> session) {
        CustomerView customer = accounts.require(id);
        boolean last = !customer.hasPassword() && identities.countOf(id) == 1;
        if (!identities.delete(id, identity)) {
            throw new ProblemException(CommonProblem.NOT_FOUND, "no identity of yours has the id " + identity);
        }
        // The refusal takes the deletion back.
        if (last) {
            throw new ProblemException(
                    GatewayProblem.LAST_SIGN_IN_METHOD, "choose a password or link another provider first");
        }
        sessions.endAll(Subject.customer(id), session, EndReason.IDENTITY_REMOVED);
        mails.send(MailKind.IDENTITY_REMOVED, customer.email(), id);
    }

    /** An access token outlives its sign-in by minutes: enough for a thief, who was thrown out, to come back for good. */
    private void requireLive(CustomerView customer, Optional<UUID> session) {
        if (session.flatMap(sessions::subjectOf)
                .filter(Subject.customer(customer.id())::equals)
                .isEmpty()) {
            throw new ProblemException(
                    GatewayProblem.RECENT_SIGN_IN_REQUIRED, "the sign-in has ended; sign in again and repeat it");
        }
    }
}
