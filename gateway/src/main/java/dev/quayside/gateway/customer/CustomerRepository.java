package dev.quayside.gateway.customer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Accounts, by id or by normalised address. */
@ApplicationScoped
class CustomerRepository implements PanacheRepositoryBase<Customer, UUID> {
    static final String EMAIL_UNIQUE = "customers_email_unique";

    Optional<Customer> findByEmail(String email) {
        return find("lower(email) = ?1", email).firstResultOptional();
    }
}
