package dev.quayside.gateway.customer;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.runtime.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Changes to accounts, each in the transaction of what else belongs to it, with the account's row locked until that ends. */
@ApplicationScoped
public class AccountChanges {
    private final CustomerRepository customers;
    private final Clock clock;

    AccountChanges(CustomerRepository customers, Clock clock) {
        this.customers = customers;
        this.clock = clock;
    }

    /** The account, locked; empty when it is gone or disabled. */
    @Transactional(TxType.MANDATORY)
    public Optional<CustomerView> lock(UUID id) {
        return customers.locked(id).filter(Customer::isEnabled).map(Customer::view);
    }

    /** The account, locked; a 404 when it is gone, a 403 {@code account_disabled}. */
    @Transactional(TxType.MANDATORY)
    public CustomerView require(UUID id) {
        return enabled(locked(id));
    }

    /** The account that somebody has another way in to, locked; a 409 {@code account_closed}, a 403 {@code account_disabled}. */
    @Transactional(TxType.MANDATORY)
    public CustomerView requireOpen(UUID id) {
        return enabled(customers.locked(id).orElseThrow(AccountChanges::closed));
    }

    /** Notes that the account's owner reads at its address; whether that is news. */
    @Transactional(TxType.MANDATORY)
    public boolean verifyEmail(UUID id) {
        return locked(id).verifyEmail(clock.instant());
    }

    /** Gives the account another address, at which its owner was shown to read; a 409 {@code email_taken} when it is another's. */
    @Transactional(TxType.MANDATORY)
    public void replaceEmail(UUID id, String email) {
        locked(id).setVerifiedEmail(email, clock.instant());
        try {
            customers.flush();
        } catch (ConstraintViolationException e) {
            throw Accounts.problem(e);
        }
    }

    /**
     * The account, locked; a 422 {@code wrong_password} when it has another password than the one that was checked, a 403
     * {@code account_disabled}.
     */
    @Transactional(TxType.MANDATORY)
    public CustomerView require(CheckedPassword checked) {
        Customer customer = locked(checked.customer());
        if (!Objects.equals(customer.passwordHash(), checked.hash())) {
            throw PasswordCheck.wrong();
        }
        return enabled(customer);
    }

    /** The account of an address, locked; a 409 {@code account_closed} while it is being deleted, a 403 {@code account_disabled}. */
    @Transactional(TxType.MANDATORY)
    public Optional<CustomerView> lockByEmail(String email) {
        Optional<Customer> found = customers.lockedByEmail(email);
        if (found.isPresent() && !found.get().isOpen()) {
            throw closed();
        }
        return found.map(AccountChanges::enabled);
    }

    /** Opens an account without a password for somebody who was shown to read at an address; throws on an address that has one. */
    @Transactional(TxType.MANDATORY)
    public CustomerView openVerified(String email, String name) {
        Instant now = clock.instant();
        Customer customer = new Customer(Ids.next(), email, name, null, now);
        customer.verifyEmail(now);
        customers.persistAndFlush(customer);
        return customer.view();
    }

    /** Takes the password away, which somebody else may have chosen. */
    @Transactional(TxType.MANDATORY)
    public void dropPassword(UUID id) {
        locked(id).dropPassword();
    }

    /** The answer to whoever comes back to an account that is being deleted. */
    private static ProblemException closed() {
        return new ProblemException(GatewayProblem.ACCOUNT_CLOSED, "a new one can be opened when that is done");
    }

    @Transactional(TxType.MANDATORY)
    public void setPassword(UUID id, String newHash) {
        locked(id).setPasswordHash(newHash);
    }

    /** Closes the account: from now on it is as if it were not there, until {@link #delete}. */
    @Transactional(TxType.MANDATORY)
    public void close(UUID id) {
        locked(id).close(clock.instant());
    }

    /** The address of an account that was closed, and whether it was verified; empty when it is deleted already. */
    @Transactional
    public Optional<CustomerView> findClosed(UUID id) {
        return customers
                .findByIdOptional(id)
                .filter(customer -> !customer.isOpen())
                .map(Customer::view);
    }

    /** Deletes an account with its sign-ins and addresses; whether it was still there. */
    @Transactional(TxType.MANDATORY)
    public boolean delete(UUID id) {
        return customers.delete("id", id) == 1;
    }

    /** Refuses, with a 403 {@code account_disabled}, what the owner of a disabled account has shown to be entitled to otherwise. */
    static void requireEnabled(Customer customer) {
        if (!customer.isEnabled()) {
            throw new ProblemException(GatewayProblem.ACCOUNT_DISABLED, "ask the shop");
        }
    }

    private static CustomerView enabled(Customer customer) {
        requireEnabled(customer);
        return customer.view();
    }

    private Customer locked(UUID id) {
        return customers.locked(id).orElseThrow(CustomerRepository::gone);
    }
}
