package dev.quayside.gateway.customer;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.runtime.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Reads and writes accounts. Each method is a transaction; no password is hashed inside one. */
@ApplicationScoped
class Accounts {
    /** What signing in needs to know of an account. */
    record Credentials(CustomerView customer, String passwordHash) {}

    private final CustomerRepository customers;
    private final Clock clock;

    Accounts(CustomerRepository customers, Clock clock) {
        this.customers = customers;
        this.clock = clock;
    }

    @Transactional
    Optional<CustomerView> find(UUID id) {
        return customers.findByIdOptional(id).map(Customer::view);
    }

    @Transactional
    Optional<Credentials> findByEmail(String email) {
        return customers.findByEmail(email).map(found -> new Credentials(found.view(), found.passwordHash()));
    }

    /** Opens an account. Of two at the same time for one address the index lets one through; the other is a 409. */
    @Transactional
    CustomerView open(String email, String name, String passwordHash) {
        // What is answered now must be what is read later, and PostgreSQL keeps microseconds.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Customer customer = new Customer(Ids.next(), email, name, passwordHash, now);
        try {
            customers.persistAndFlush(customer);
        } catch (ConstraintViolationException e) {
            if (CustomerRepository.EMAIL_UNIQUE.equals(e.getConstraintName())) {
                throw emailTaken();
            }
            throw e;
        }
        return customer.view();
    }

    static ProblemException emailTaken() {
        return new ProblemException(GatewayProblem.EMAIL_TAKEN, "sign in instead");
    }
}
