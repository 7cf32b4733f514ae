package dev.quayside.gateway.address;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Addresses, always by whose they are. */
@ApplicationScoped
class AddressRepository implements PanacheRepositoryBase<CustomerAddress, UUID> {

    /** All of a customer's, the oldest first. */
    List<CustomerAddress> of(UUID customer) {
        return list("customerId = ?1 order by createdAt, id", customer);
    }

    Optional<CustomerAddress> find(UUID customer, UUID id) {
        return find("customerId = ?1 and id = ?2", customer, id).firstResultOptional();
    }

    /** Before another becomes the default: the index lets no two be. */
    void clearDefault(UUID customer) {
        update("isDefault = false where customerId = ?1 and isDefault = true", customer);
    }

    boolean delete(UUID customer, UUID id) {
        return delete("customerId = ?1 and id = ?2", customer, id) == 1;
    }
}
