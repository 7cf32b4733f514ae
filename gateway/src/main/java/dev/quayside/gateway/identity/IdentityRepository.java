package dev.quayside.gateway.identity;

import dev.quayside.gateway.provider.ProvenIdentity;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Identities, by who they are at their provider and by whose account they belong to. */
@ApplicationScoped
class IdentityRepository implements PanacheRepositoryBase<Identity, UUID> {
    static final String SUBJECT_UNIQUE = "customer_identities_subject_unique";

    /** Whose it is; to be looked at again once that account is locked. */
    Optional<UUID> ownerOf(ProvenIdentity proven) {
        return getEntityManager()
                .createQuery("select i.customerId from Identity i where i.issuer = ?1 and i.subject = ?2", UUID.class)
                .setParameter(1, proven.issuer())
                .setParameter(2, proven.subject())
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The identity, if it belongs to this account. */
    Optional<Identity> find(UUID customer, ProvenIdentity proven) {
        return find("customerId = ?1 and issuer = ?2 and subject = ?3", customer, proven.issuer(), proven.subject())
                .firstResultOptional();
    }

    List<Identity> of(UUID customer) {
        return list("customerId = ?1 order by createdAt, id", customer);
    }

    long countOf(UUID customer) {
        return count("customerId", customer);
    }

    boolean delete(UUID customer, UUID id) {
        return delete("customerId = ?1 and id = ?2", customer, id) == 1;
    }

    long deleteOf(UUID customer) {
        return delete("customerId", customer);
    }
}
