package dev.quayside.gateway.customer;

import dev.quayside.gateway.mail.MailKind;
import dev.quayside.gateway.mail.Mails;
import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.gateway.session.Device;
import dev.quayside.gateway.session.Opened;
import dev.quayside.gateway.session.SessionService;
import dev.quayside.gateway.session.Subject;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.runtime.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Opens accounts, reads them and lets their owners in. Each method is a transaction; no password is hashed inside one. */
@ApplicationScoped
public class Accounts {
    /** What signing in needs to know of an account. */
    record Credentials(CustomerView customer, @Nullable String passwordHash) {}

    /** A customer who has just signed in. */
    record Entered(CustomerView customer, Opened session) {}

    private final CustomerRepository customers;
    private final SessionService sessions;
    private final Mails mails;
    private final Clock clock;

    Accounts(CustomerRepository customers, SessionService sessions, Mails mails, Clock clock) {
        this.customers = customers;
        this.sessions = sessions;
        this.mails = mails;
        this.clock = clock;
    }

    @Transactional
    public Optional<CustomerView> find(UUID id) {
        return customers.findOpen(id).map(Customer::view);
    }

    /** An account whose owner may sign in. */
    @Transactional
    Optional<CustomerView> findEnabled(UUID id) {
        return customers.findOpen(id).filter(Customer::isEnabled).map(Customer::view);
    }

    /** The account; a 404 when it is gone. */
    @Transactional
    public CustomerView get(UUID id) {
        return find(id).orElseThrow(CustomerRepository::gone);
    }

    /** Whose account an address is, if its owner may sign in. */
    @Transactional
    public Optional<UUID> ownerOf(String email) {
        return customers.findByEmail(email).filter(Customer::isEnabled).map(Customer::id);
    }

    @Transactional
    Optional<Credentials> credentials(UUID id) {
        return customers.findOpen(id).map(Accounts::credentials);
    }

    @Transactional
    Optional<Credentials> findByEmail(String email) {
        return customers.findByEmail(email).map(Accounts::credentials);
    }

    /** Opens an account and signs in. Of two at the same time for one address the index lets one through; the other is a 409. */
    @Transactional
    Entered open(String email, String name, String passwordHash, Device device) {
        // What is answered now must be what is read later, and PostgreSQL keeps microseconds.
        Instant now = clock.instant();
        Customer customer = new Customer(Ids.next(), email, name, passwordHash, now);
        try {
            customers.persistAndFlush(customer);
        } catch (ConstraintViolationException e) {
            throw problem(e);
        }
        mails.send(MailKind.VERIFY_EMAIL, email, customer.id());
        return new Entered(customer.view(), sessions.open(Subject.customer(customer.id()), device));
    }

    /**
     * Signs in whoever's password matched; empty when it was changed since, because that was to end all sign-ins. A 403
     * {@code account_disabled}.
     *
     * @param renewed the hash to store in place of the one that matched; null to leave that
     */
    @Transactional
    Optional<Entered> enter(Credentials matched, @Nullable String renewed, Device device) {
        return customers
                .locked(matched.customer().id())
                .filter(customer -> Objects.equals(customer.passwordHash(), matched.passwordHash()))
                .map(customer -> entered(customer, renewed, device));
    }

    @Transactional
    public CustomerView rename(UUID id, String name) {
        Customer customer = customers.locked(id).orElseThrow(CustomerRepository::gone);
        AccountChanges.requireEnabled(customer);
        customer.rename(name);
        return customer.view();
    }

    static ProblemException emailTaken() {
        return new ProblemException(GatewayProblem.EMAIL_TAKEN, "sign in instead");
    }

    /** What a refusal of the database means. */
    static RuntimeException problem(ConstraintViolationException refused) {
        return CustomerRepository.EMAIL_UNIQUE.equals(refused.getConstraintName()) ? emailTaken() : refused;
    }

    private Entered entered(Customer customer, @Nullable String renewed, Device device) {
        AccountChanges.requireEnabled(customer);
        if (renewed != null) {
            customer.setPasswordHash(renewed);
        }
        return new Entered(customer.view(), sessions.open(Subject.customer(customer.id()), device));
    }

    private static Credentials credentials(Customer customer) {
        return new Credentials(customer.view(), customer.passwordHash());
    }
}
