package dev.quayside.gateway.auditlog;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.kit.auditlog.AuditEntry;
import dev.quayside.kit.auditlog.AuditSink;
import dev.quayside.kit.page.Cursor;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The log of all services. The gateway's own entries need no outbox: they are kept in the transaction of their change. */
@ApplicationScoped
class AuditLog implements AuditSink {
    private static final String OWN = "gateway";

    private final AuditLogRepository entries;

    AuditLog(AuditLogRepository entries) {
        this.entries = entries;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void take(AuditEntry entry) {
        entries.add(OWN, entry);
    }

    /** Keeps what a service has shipped: all of it, or nothing. In the order of the ids, so that the same ones can come twice at once. */
    @Transactional
    void append(String service, List<AuditEntry> shipped) {
        shipped.stream().sorted(Comparator.comparing(AuditEntry::id)).forEach(entry -> entries.add(service, entry));
    }

    /** One entry; 404 {@code audit_entry_not_found}. */
    @Transactional
    AuditEntryView get(UUID id) {
        return entries.find(id)
                .map(AuditEntryView::of)
                .orElseThrow(() -> new ProblemException(
                        GatewayProblem.AUDIT_ENTRY_NOT_FOUND,
                        "no entry has the id " + id + ", or it is past the time that entries are kept"));
    }

    /** A page by time, the latest first unless it is asked for the other way round. */
    @Transactional
    Page<AuditEntryView> page(UriInfo uri) {
        ListQuery query = ListQuery.parse(uri, AuditLogFilters.ALLOWED);
        AuditLogFilters filters = new AuditLogFilters(query);
        long total = query.number() == null ? 0 : entries.count(filters);
        List<AuditEntryView> rows =
                entries.page(filters, query).stream().map(AuditEntryView::of).toList();
        return query.page(
                rows, total, row -> new Cursor(query.sort(), row.createdAt().toString(), row.id()), uri);
    }
}
