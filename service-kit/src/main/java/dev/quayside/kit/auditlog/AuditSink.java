package dev.quayside.kit.auditlog;

import java.util.List;

/** Where entries go: into a service's outbox, or straight into the log where that is kept. */
public interface AuditSink {
    /** Takes an entry in the caller's transaction: rolled back, it never was. */
    void take(AuditEntry entry);

    /** Takes the entries of many changes that were made together; in the order of their ids. */
    default void takeAll(List<AuditEntry> entries) {
        entries.forEach(this::take);
    }
}
