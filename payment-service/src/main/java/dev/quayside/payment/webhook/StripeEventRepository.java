package dev.quayside.payment.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows are inserted once: two deliveries of one event meet on the primary key. */
@ApplicationScoped
class StripeEventRepository implements PanacheRepositoryBase<StripeEvent, String> {
    boolean insert(ReceivedEvent event, UUID id, Instant now) {
        return getEntityManager()
                        .createNativeQuery("""
                                insert into stripe_events
                                    (event_id, id, type, object_id, pi_id, api_version, received_at)
                                values (:event, :id, :type, cast(:object as text), cast(:intent as text),
                                    cast(:version as text), :now)
                                on conflict on constraint stripe_events_pk do nothing""")
                        .setParameter("event", event.id())
                        .setParameter("id", id)
                        .setParameter("type", event.type())
                        .setParameter("object", event.objectId())
                        .setParameter("intent", event.intentId())
                        .setParameter("version", event.apiVersion())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    Optional<StripeEvent> ofStep(UUID id) {
        return find("id", id).firstResultOptional();
    }

    List<StripeEvent> waiting(String intentId) {
        return list("intentId = ?1 and processedAt is null", intentId);
    }

    List<StripeEvent> waitingSince(Instant time, int most) {
        return find("processedAt is null and receivedAt < ?1 order by receivedAt", time)
                .page(0, most)
                .list();
    }

    Optional<StripeEvent> oldestWaiting() {
        return find("processedAt is null order by receivedAt").page(0, 1).firstResultOptional();
    }

    Optional<StripeEvent> locked(String eventId) {
        return findByIdOptional(eventId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those that nobody has worked on, locked in the order of their ids. */
    List<StripeEvent> lockWaiting(Collection<String> eventIds) {
        return find("eventId in ?1 and processedAt is null order by eventId", eventIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<String> among(Collection<String> eventIds) {
        return find("eventId in ?1", eventIds).stream()
                .map(StripeEvent::eventId)
                .toList();
    }
}
