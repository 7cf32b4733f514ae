package dev.quayside.gateway.auditlog;

import dev.quayside.gateway.session.TokenReused;
import dev.quayside.kit.auditlog.Actor;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Map;

/** Puts sign-ins that were ended because a used token of theirs came again into the log, in the transaction that ends them. */
@ApplicationScoped
class RecordedThefts {
    private final AuditTrail trail;

    RecordedThefts(AuditTrail trail) {
        this.trail = trail;
    }

    void record(@Observes TokenReused reuse) {
        String owner = reuse.subject().kind().name().toLowerCase(Locale.ROOT);
        trail.recordBy(
                Actor.service("gateway"),
                "sign_in.stolen",
                Subject.of(owner, reuse.subject().id()),
                null,
                Map.of("signIn", reuse.sessionId()));
    }
}
