package dev.quayside.kit.auditlog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.step.DurableSteps;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** A service's entries that the gateway has not acknowledged yet, each with a step that ships it. */
@ApplicationScoped
@IfBuildProperty(name = "quayside.audit-log.outbox", stringValue = "true", enableIfMissing = true)
class Outbox implements AuditSink {
    /** An entry as it is sent. */
    record Waiting(UUID id, String json) {}

    static final int MOST_AT_ONCE = 50;

    private static final UUID OLDEST = new UUID(0, 0);

    /** What the gateway takes in one body is 64 KiB, and the largest entry is a little more than two sides of 16 KiB. */
    private static final int MOST_BYTES = 60 * 1024;

    private final EntityManager database;
    private final DurableSteps steps;
    private final ObjectMapper json;
    private final Clock clock;
    private final Duration shipAfter;

    Outbox(
            EntityManager database,
            DurableSteps steps,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "quayside.audit-log.ship-after") Duration shipAfter) {
        this.database = database;
        this.steps = steps;
        this.json = json;
        this.clock = clock;
        this.shipAfter = shipAfter;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void take(AuditEntry entry) {
        takeAll(List.of(entry));
    }

    /** One statement and one step, of the last entry: the oldest are shipped first, so it is done when all of them are. */
    @Override
    @Transactional(TxType.MANDATORY)
    public void takeAll(List<AuditEntry> entries) {
        AuditEntry last = entries.get(entries.size() - 1);
        database.createNativeQuery("""
                        insert into audit_outbox (id, entry, created_at)
                        select e.id, e.entry, :now from unnest(cast(:ids as uuid[]), cast(:entries as text[])) as e(id, entry)""")
                .setParameter("ids", entries.stream().map(AuditEntry::id).toArray(UUID[]::new))
                .setParameter("entries", entries.stream().map(this::write).toArray(String[]::new))
                .setParameter("now", last.createdAt())
                .executeUpdate();
        steps.schedule(ShipEntriesStep.NAME, last.id(), clock.instant().plus(shipAfter));
    }

    /** Whether an entry waits to be acknowledged. */
    @Transactional
    boolean has(UUID entry) {
        return (boolean) database.createNativeQuery("select exists (select 1 from audit_outbox where id = :id)")
                .setParameter("id", entry)
                .getSingleResult();
    }

    /** The oldest after an entry, or of all, as many as may be sent at once. */
    @Transactional
    List<Waiting> batch(@Nullable UUID after) {
        List<?> rows = database.createNativeQuery(
                        "select id, entry from audit_outbox where id > :after order by id limit :most")
                .setParameter("after", Objects.requireNonNullElse(after, OLDEST))
                .setParameter("most", MOST_AT_ONCE)
                .getResultList();
        List<Waiting> batch = new ArrayList<>();
        int bytes = 0;
        for (Object row : rows) {
            Waiting next = new Waiting((UUID) ((Object[]) row)[0], (String) ((Object[]) row)[1]);
            bytes += next.json().getBytes(StandardCharsets.UTF_8).length + 1;
            if (!batch.isEmpty() && bytes > MOST_BYTES) {
                return batch;
            }
            batch.add(next);
        }
        return batch;
    }

    /** How many entries wait. */
    @Transactional
    long waiting() {
        return (Long)
                database.createNativeQuery("select count(*) from audit_outbox").getSingleResult();
    }

    /** Forgets what the gateway has now. */
    @Transactional
    void acknowledged(List<Waiting> shipped) {
        database.createNativeQuery("delete from audit_outbox where id = any(:ids)")
                .setParameter("ids", shipped.stream().map(Waiting::id).toArray(UUID[]::new))
                .executeUpdate();
    }

    private String write(AuditEntry entry) {
        try {
            return json.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry can always be written", e);
        }
    }
}
