package dev.quayside.gateway.customer;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Accounts that are open, by id or by normalised address. */
@ApplicationScoped
class CustomerRepository implements PanacheRepositoryBase<Customer, UUID> {
    static final String EMAIL_UNIQUE = "customers_email_unique";

    Optional<Customer> findOpen(UUID id) {
        return findByIdOptional(id).filter(Customer::isOpen);
    }

    Optional<Customer> findByEmail(String email) {
        return find("lower(email) = ?1", email).firstResultOptional().filter(Customer::isOpen);
    }

    /** An account for changing: others who want to change it, or to sign in, wait until this transaction ends. */
    Optional<Customer> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).filter(Customer::isOpen);
    }

    /** The account of an address for changing, open or not. */
    Optional<Customer> lockedByEmail(String email) {
        return find("lower(email) = ?1", email)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    static ProblemException gone() {
        return new ProblemException(CommonProblem.NOT_FOUND, "the account has been closed");
    }
}
