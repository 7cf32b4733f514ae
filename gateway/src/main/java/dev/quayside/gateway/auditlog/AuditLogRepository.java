package dev.quayside.gateway.auditlog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.kit.auditlog.AuditEntry;
import dev.quayside.kit.page.ListQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of the log. There is no entity: a row is written once and read as it is. */
@ApplicationScoped
class AuditLogRepository {
    private final EntityManager database;

    AuditLogRepository(EntityManager database) {
        this.database = database;
    }

    /** Adds an entry; one of the same id that is there stays, and this one is not. */
    void add(String service, AuditEntry entry) {
        database.createNativeQuery("""
                        insert into audit_log (id, service, created_at, actor_kind, actor_id, actor_name, action,
                            subject_type, subject_id, before, after, omitted, request_id, address)
                        values (:id, :service, :createdAt, :actorKind, :actorId, cast(:actorName as text), :action,
                            :subjectType, :subjectId, cast(:before as json), cast(:after as json), :omitted,
                            cast(:requestId as text), cast(:address as text))
                        on conflict on constraint audit_log_pk do nothing""")
                .setParameter("id", entry.id())
                .setParameter("service", service)
                .setParameter("createdAt", entry.createdAt())
                .setParameter("actorKind", entry.actor().kind().name())
                .setParameter("actorId", entry.actor().id())
                .setParameter("actorName", entry.actor().name())
                .setParameter("action", entry.action())
                .setParameter("subjectType", entry.subject().type())
                .setParameter("subjectId", entry.subject().id())
                .setParameter("before", text(entry.before()))
                .setParameter("after", text(entry.after()))
                .setParameter(
                        "omitted",
                        Objects.requireNonNullElse(entry.omitted(), List.<String>of())
                                .toArray(String[]::new))
                .setParameter("requestId", entry.requestId())
                .setParameter("address", entry.address())
                .executeUpdate();
    }

    Optional<Tuple> find(UUID id) {
        Query query = database.createNativeQuery(
                "select " + AuditEntryView.COLUMNS + " from audit_log where id = :id", Tuple.class);
        return tuples(query.setParameter("id", id)).stream().findFirst();
    }

    /** A page's rows and one more, if there is one. */
    List<Tuple> page(AuditLogFilters filters, ListQuery query) {
        String direction = query.descending() ? "desc" : "asc";
        Query select = database.createNativeQuery(
                "select " + AuditEntryView.COLUMNS + " from audit_log where " + filters.where()
                        + " order by created_at " + direction + ", id " + direction + " limit :rows offset :offset",
                Tuple.class);
        filters.bind(select);
        return tuples(select.setParameter("rows", query.limit() + 1).setParameter("offset", query.offset()));
    }

    long count(AuditLogFilters filters) {
        Query count = database.createNativeQuery("select count(*) from audit_log where " + filters.where());
        filters.bind(count);
        return (Long) count.getSingleResult();
    }

    /** Forgets up to {@code most} entries from before a time, the oldest first, and says how many. */
    int forget(Instant before, int most) {
        var unused = database.createNativeQuery("select set_config('quayside.forget_audit_log_before', :before, true)")
                .setParameter("before", before.toString())
                .getSingleResult();
        return database.createNativeQuery("""
                        delete from audit_log where id in (
                            select id from audit_log where created_at < :before order by created_at, id limit :most)""")
                .setParameter("before", before)
                .setParameter("most", most)
                .executeUpdate();
    }

    private static @Nullable String text(@Nullable ObjectNode side) {
        return side == null ? null : side.toString();
    }

    private static List<Tuple> tuples(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Tuple.class::cast).toList();
    }
}
