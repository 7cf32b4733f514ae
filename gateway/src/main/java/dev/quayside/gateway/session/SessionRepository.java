package dev.quayside.gateway.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Sign-ins. */
@ApplicationScoped
class SessionRepository implements PanacheRepositoryBase<Session, UUID> {

    /** Locks the sign-in that a token belongs to, before anything of the token is read. */
    Optional<Session> lockOf(String tokenHash) {
        return find("id = (select t.sessionId from RefreshToken t where t.hash = ?1)", tokenHash)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Ends all sign-ins of somebody; a refresh that runs at the same time comes before this or is refused. */
    int endAll(Subject subject, EndReason reason, Instant now) {
        String column = switch (subject.kind()) {
            case CUSTOMER -> "customerId";
            case STAFF -> "staffId";
        };
        return update(
                "endedAt = ?1, endReason = ?2 where " + column + " = ?3 and endedAt is null",
                now,
                reason,
                subject.id());
    }

    /** Deletes sign-ins that ended before a time, or have no token that is good after it. Their tokens go with them. */
    long deleteOver(Instant before) {
        return delete(
                "delete from Session s where s.endedAt < ?1 or (s.createdAt < ?1 and not exists "
                        + "(select t.hash from RefreshToken t where t.sessionId = s.id and t.expiresAt >= ?1))",
                before);
    }
}
