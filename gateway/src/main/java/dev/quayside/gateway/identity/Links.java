package dev.quayside.gateway.identity;

import dev.quayside.gateway.customer.CustomerView;
import dev.quayside.gateway.mail.MailKind;
import dev.quayside.gateway.mail.Mails;
import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.gateway.provider.ProvenIdentity;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.runtime.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Ties identities to accounts, with the account's row locked by the caller. */
@ApplicationScoped
class Links {
    /** More than a person has, and few enough to be shown at once. */
    static final int MOST = 10;

    private final IdentityRepository identities;
    private final Mails mails;
    private final Clock clock;

    Links(IdentityRepository identities, Mails mails, Clock clock) {
        this.identities = identities;
        this.mails = mails;
        this.clock = clock;
    }

    /** Adds an identity to an account that was there before, and tells its owner. */
    @Transactional(TxType.MANDATORY)
    Identity add(CustomerView customer, ProvenIdentity proven) {
        if (identities.countOf(customer.id()) >= MOST) {
            throw new ProblemException(
                    GatewayProblem.TOO_MANY_IDENTITIES, MOST + " identities are kept at most; remove one first");
        }
        mails.send(MailKind.IDENTITY_LINKED, customer.email(), customer.id());
        return first(customer.id(), proven);
    }

    /** The first identity of an account. Of two that tie one identity at once the other has lost. */
    @Transactional(TxType.MANDATORY)
    Identity first(UUID customer, ProvenIdentity proven) {
        Identity identity = new Identity(Ids.next(), customer, proven, now());
        try {
            identities.persistAndFlush(identity);
        } catch (ConstraintViolationException e) {
            if (IdentityRepository.SUBJECT_UNIQUE.equals(e.getConstraintName())) {
                throw new LostRace(e);
            }
            throw e;
        }
        return identity;
    }

    /** What is answered now must be what is read later, and PostgreSQL keeps microseconds. */
    private Instant now() {
        return clock.instant();
    }
}
