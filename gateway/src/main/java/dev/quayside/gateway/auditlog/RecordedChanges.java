package dev.quayside.gateway.auditlog;

import dev.quayside.gateway.change.AdminChange;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Puts what staff and scripts change at the gateway itself into the log, in the transaction of the change. */
@ApplicationScoped
class RecordedChanges {
    private final AuditTrail trail;

    RecordedChanges(AuditTrail trail) {
        this.trail = trail;
    }

    void record(@Observes AdminChange change) {
        trail.record(change.action(), new Subject(change.type(), change.id()), change.before(), change.after());
    }
}
