package dev.quayside.gateway.session;

import dev.quayside.kit.page.Cursor;
import dev.quayside.kit.page.ListQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sign-ins. */
@ApplicationScoped
class SessionRepository implements PanacheRepositoryBase<Session, UUID> {
    private static final String LIVE = "from Session s where s.customerId = :customer and s.endedAt is null and exists "
            + "(select t.hash from RefreshToken t where t.sessionId = s.id and t.expiresAt > :now)";

    /** Locks the sign-in that a token belongs to, before anything of the token is read. */
    Optional<Session> lockOf(String tokenHash) {
        return find("id = (select t.sessionId from RefreshToken t where t.hash = ?1)", tokenHash)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Up to {@code limit + 1} of a customer's sign-ins that can still be used. */
    List<Session> live(UUID customer, Instant now, ListQuery query) {
        String direction = query.descending() ? " desc" : "";
        Map<String, Object> parameters = new HashMap<>(Map.of("customer", customer, "now", now));
        String after = "";
        Cursor cursor = query.cursor();
        if (cursor != null) {
            String past = query.descending() ? "<" : ">";
            after = " and (s.createdAt " + past + " :key or (s.createdAt = :key and s.id " + past + " :id))";
            parameters.put("key", cursor.time());
            parameters.put("id", cursor.id());
        }
        return find(LIVE + after + " order by s.createdAt" + direction + ", s.id" + direction, parameters)
                .range(query.offset(), query.offset() + query.limit())
                .list();
    }

    long countLive(UUID customer, Instant now) {
        return count(LIVE, Map.of("customer", customer, "now", now));
    }

    int endOne(UUID customer, UUID id, EndReason reason, Instant now) {
        return update(
                "endedAt = ?1, endReason = ?2 where customerId = ?3 and id = ?4 and endedAt is null",
                now,
                reason,
                customer,
                id);
    }

    /** Ends all but one; a refresh of any of them that runs at the same time comes before this or is refused. */
    int endAll(Subject subject, Optional<UUID> except, EndReason reason, Instant now) {
        UUID kept = except.orElse(new UUID(0, 0));
        String column = switch (subject.kind()) {
            case CUSTOMER -> "customerId";
            case STAFF -> "staffId";
        };
        return update(
                "endedAt = ?1, endReason = ?2 where " + column + " = ?3 and id <> ?4 and endedAt is null",
                now,
                reason,
                subject.id(),
                kept);
    }

    /** Sign-ins that ended after a time, the latest first. */
    List<UUID> endedSince(Instant time, int most) {
        return getEntityManager()
                .createQuery("select s.id from Session s where s.endedAt > :time order by s.endedAt desc", UUID.class)
                .setParameter("time", time)
                .setMaxResults(most)
                .getResultList();
    }

    /** Deletes sign-ins that ended before a time, or have no token that is good after it. Their tokens go with them. */
    long deleteOver(Instant before) {
        return delete(
                "delete from Session s where s.endedAt < ?1 or (s.createdAt < ?1 and not exists "
                        + "(select t.hash from RefreshToken t where t.sessionId = s.id and t.expiresAt >= ?1))",
                before);
    }
}
