package dev.quayside.gateway.identity;

import dev.quayside.gateway.customer.AccountChanges;
import dev.quayside.gateway.customer.CustomerView;
import dev.quayside.gateway.mail.MailKind;
import dev.quayside.gateway.mail.Mails;
import dev.quayside.gateway.people.GuestOrders;
import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.gateway.provider.ProvenIdentity;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Finds, or makes, the account of who came by a provider. The account is locked when it is given. */
@ApplicationScoped
class Owners {
    private final IdentityRepository identities;
    private final AccountChanges accounts;
    private final Links links;
    private final WaysIn waysIn;
    private final GuestOrders guestOrders;
    private final Mails mails;
    private final Event<AccountClaimed> claims;

    Owners(
            IdentityRepository identities,
            AccountChanges accounts,
            Links links,
            WaysIn waysIn,
            GuestOrders guestOrders,
            Mails mails,
            Event<AccountClaimed> claims) {
        this.identities = identities;
        this.accounts = accounts;
        this.links = links;
        this.waysIn = waysIn;
        this.guestOrders = guestOrders;
        this.mails = mails;
        this.claims = claims;
    }

    /**
     * The account: the identity's, whatever its address is by now; else that of the address, which the provider has to have verified;
     * else a new one.
     */
    @Transactional(TxType.MANDATORY)
    CustomerView of(ProvenIdentity proven) {
        Optional<UUID> owner = identities.ownerOf(proven);
        if (owner.isPresent()) {
            return accounts.requireOpen(owner.get());
        }
        String email = proven.email();
        if (email == null || !proven.emailVerified()) {
            throw new ProblemException(
                    GatewayProblem.PROVIDER_EMAIL_UNVERIFIED,
                    "verify your address there, or sign in another way and link it to your account");
        }
        return accounts.lockByEmail(email)
                .map(customer -> linked(customer, proven))
                .orElseGet(() -> opened(email, proven));
    }

    private CustomerView linked(CustomerView customer, ProvenIdentity proven) {
        return customer.emailVerified() ? added(customer, proven) : claimed(customer, proven);
    }

    private CustomerView added(CustomerView customer, ProvenIdentity proven) {
        links.add(customer, proven);
        return customer;
    }

    private CustomerView claimed(CustomerView customer, ProvenIdentity proven) {
        waysIn.close(customer);
        accounts.verifyEmail(customer.id());
        guestOrders.joinLater(customer.id());
        links.first(customer.id(), proven);
        mails.send(MailKind.ACCOUNT_CLAIMED, customer.email(), customer.id());
        claims.fire(new AccountClaimed(customer.id(), proven.provider()));
        return accounts.require(customer.id());
    }

    private CustomerView opened(String email, ProvenIdentity proven) {
        try {
            CustomerView customer = accounts.openVerified(email, name(proven.name(), email));
            links.first(customer.id(), proven);
            guestOrders.joinLater(customer.id());
            return customer;
        } catch (ConstraintViolationException e) {
            throw new LostRace(e);
        }
    }

    private static String name(@Nullable String told, String email) {
        return told == null ? email.substring(0, email.indexOf('@')) : told;
    }
}
