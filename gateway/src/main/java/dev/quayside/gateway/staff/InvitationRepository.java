package dev.quayside.gateway.staff;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Invitations, by whom they invite or by the hash of their token. */
@ApplicationScoped
class InvitationRepository implements PanacheRepositoryBase<Invitation, UUID> {
    Optional<Invitation> findByHash(String hash) {
        return find("hash", hash).firstResultOptional();
    }

    /** Deletes what is there of a user; whether there was something. */
    boolean take(UUID userId, String hash) {
        return delete("userId = ?1 and hash = ?2", userId, hash) == 1;
    }
}
