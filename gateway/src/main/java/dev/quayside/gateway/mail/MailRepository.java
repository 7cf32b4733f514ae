package dev.quayside.gateway.mail;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Mails that are to be sent. */
@ApplicationScoped
class MailRepository implements PanacheRepositoryBase<Mail, UUID> {

    Optional<Mail> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Gone already, because its links were revoked meanwhile, is fine. */
    void deleteSent(UUID id) {
        delete("id", id);
    }

    /** Deletes unsent mails about somebody. */
    long deleteOf(UUID subject, Set<MailKind> kinds) {
        return delete("subjectId = ?1 and kind in ?2", subject, kinds);
    }
}
