package dev.quayside.kit.auditlog;

/** Where entries go: into a service's outbox, or straight into the log where that is kept. */
public interface AuditSink {
    /** Takes an entry in the caller's transaction: rolled back, it never was. */
    void take(AuditEntry entry);
}
