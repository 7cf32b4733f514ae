package dev.quayside.gateway.auditlog;

import dev.quayside.gateway.identity.AccountClaimed;
import dev.quayside.kit.auditlog.Actor;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/** Puts accounts that went to whoever has their address into the log, in the transaction in which they do. */
@ApplicationScoped
class RecordedClaims {
    private final AuditTrail trail;

    RecordedClaims(AuditTrail trail) {
        this.trail = trail;
    }

    void record(@Observes AccountClaimed claim) {
        trail.recordBy(
                Actor.service("gateway"),
                "customer.claimed",
                Subject.of("customer", claim.customer()),
                null,
                Map.of("provider", claim.provider()));
    }
}
