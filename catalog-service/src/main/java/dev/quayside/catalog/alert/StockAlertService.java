package dev.quayside.catalog.alert;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.Contended;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.UUID;

/** What staff do with alerts. */
@ApplicationScoped
public class StockAlertService {
    private final StockAlertRepository alerts;
    private final AuditTrail trail;
    private final Clock clock;

    StockAlertService(StockAlertRepository alerts, AuditTrail trail, Clock clock) {
        this.alerts = alerts;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public Page<StockAlertView> list(UriInfo uri) {
        return alerts.list(ListQuery.parse(uri, StockAlertRepository.ALLOWED), uri);
    }

    /** One alert; 404 {@code stock_alert_not_found}. */
    @Transactional
    public StockAlertView get(UUID id) {
        return alerts.find(id).orElseThrow(() -> notFound(id));
    }

    /** Says that an alert is taken care of; once more is no change. */
    public StockAlertView acknowledge(UUID id) {
        return Contended.transaction(() -> {
            StockAlertView alert = alerts.lock(id).orElseThrow(() -> notFound(id));
            if (alert.acknowledgedAt() != null) {
                trail.nothingNew();
                return alert;
            }
            alerts.acknowledge(id, clock.instant());
            StockAlertView after = get(id);
            trail.record("stock_alert.acknowledged", Subject.of("stock_alert", id), alert, after);
            return after;
        });
    }

    private static ProblemException notFound(UUID id) {
        return new ProblemException(CatalogProblem.STOCK_ALERT_NOT_FOUND, "no alert has the id " + id);
    }
}
