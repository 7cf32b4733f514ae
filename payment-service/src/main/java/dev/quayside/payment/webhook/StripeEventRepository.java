package dev.quayside.payment.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Rows are inserted once: two deliveries of one event meet on the primary key. */
@ApplicationScoped
class StripeEventRepository implements PanacheRepositoryBase<StripeEvent, String> {
    private static final String INSERT = """
            insert into stripe_events (event_id, id, type, object_id, pi_id, api_version, received_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint stripe_events_pk do nothing""";

    private final DataSource database;

    StripeEventRepository(DataSource database) {
        this.database = database;
    }

    /** In the caller's transaction, by plain JDBC: Stripe waits for nothing else, and a session costs more than the statement. */
    boolean insert(ReceivedEvent event, UUID id, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement sql = connection.prepareStatement(INSERT)) {
            sql.setString(1, event.id());
            sql.setObject(2, id);
            sql.setString(3, event.type());
            sql.setString(4, event.objectId());
            sql.setString(5, event.intentId());
            sql.setString(6, event.apiVersion());
            sql.setObject(7, now.atOffset(ZoneOffset.UTC));
            return sql.executeUpdate() == 1;
        } catch (SQLException failed) {
            throw new IllegalStateException("event " + event.id() + " could not be stored", failed);
        }
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
