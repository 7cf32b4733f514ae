package dev.quayside.gateway.customer;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.runtime.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Accounts as staff see and change them, in the caller's transaction. One that is being deleted is not there any more. */
@ApplicationScoped
public class AdminAccounts {
    /** An account with the version that the ETag is made of. */
    public record Versioned(AdminCustomerView view, long version) {}

    private final CustomerRepository customers;
    private final Clock clock;

    AdminAccounts(CustomerRepository customers, Clock clock) {
        this.customers = customers;
        this.clock = clock;
    }

    /** A page of accounts. */
    @Transactional(TxType.MANDATORY)
    public Page<AdminCustomerView> page(UriInfo uri) {
        Page<Customer> page = customers.page(ListQuery.parse(uri, CustomerFilters.ALLOWED), uri);
        return new Page<>(page.data().stream().map(Customer::adminView).toList(), page.page());
    }

    /** The account; a 404 {@code customer_not_found}. */
    @Transactional(TxType.MANDATORY)
    public Versioned get(UUID id) {
        return customers.findOpen(id).map(AdminAccounts::versioned).orElseThrow(() -> notFound(id));
    }

    /** The account, locked for a change; a 404 {@code customer_not_found}. */
    @Transactional(TxType.MANDATORY)
    public Versioned lock(UUID id) {
        return versioned(locked(id));
    }

    /** Opens an account for somebody, with the hash of a password or without; a 409 {@code email_taken}. */
    @Transactional(TxType.MANDATORY)
    public Versioned open(String email, String name, @Nullable String passwordHash, boolean emailVerified) {
        Instant now = clock.instant();
        Customer customer = new Customer(Ids.next(), email, name, passwordHash, now);
        if (emailVerified) {
            customer.verifyEmail(now);
        }
        try {
            customers.persistAndFlush(customer);
        } catch (ConstraintViolationException e) {
            if (CustomerRepository.EMAIL_UNIQUE.equals(e.getConstraintName())) {
                throw new ProblemException(GatewayProblem.EMAIL_TAKEN, "a customer has this address already");
            }
            throw e;
        }
        return versioned(customer);
    }

    /** Lets an account's owner in no more. The caller ends the sign-ins. */
    @Transactional(TxType.MANDATORY)
    public Versioned disable(UUID id) {
        Customer customer = locked(id);
        customer.disable(clock.instant());
        return versioned(customer);
    }

    /** Lets the owner of a disabled account in again. */
    @Transactional(TxType.MANDATORY)
    public Versioned enable(UUID id) {
        Customer customer = locked(id);
        customer.enable();
        return versioned(customer);
    }

    private Customer locked(UUID id) {
        return customers.locked(id).orElseThrow(() -> notFound(id));
    }

    private static Versioned versioned(Customer customer) {
        return new Versioned(customer.adminView(), customer.version());
    }

    private static ProblemException notFound(UUID id) {
        return new ProblemException(GatewayProblem.CUSTOMER_NOT_FOUND, "no customer has the id " + id);
    }
}
