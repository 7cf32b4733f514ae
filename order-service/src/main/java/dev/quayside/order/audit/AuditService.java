package dev.quayside.order.audit;

import dev.quayside.order.catalog.Catalog;
import dev.quayside.order.order.OrderLedger;
import dev.quayside.order.payment.Payments;
import dev.quayside.order.upstream.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs every check and puts the services' findings together, invariant by invariant. */
@ApplicationScoped
class AuditService {
    private static final int MOST_SHOWN = 100;

    private final StockAudit stock;
    private final MoneyAudit money;
    private final OrderLedger orders;
    private final Catalog catalog;
    private final Payments payments;
    private final Clock clock;

    AuditService(
            StockAudit stock, MoneyAudit money, OrderLedger orders, Catalog catalog, Payments payments, Clock clock) {
        this.stock = stock;
        this.money = money;
        this.orders = orders;
        this.catalog = catalog;
        this.payments = payments;
        this.clock = clock;
    }

    /** 503 when a service that has part of the truth does not answer. */
    AuditReport audit() {
        List<Finding> findings = new ArrayList<>(catalog.invariants());
        findings.addAll(payments.invariants());
        findings.add(stock.check());
        findings.addAll(money.check());
        findings.add(orders.unfinished());
        findings.add(orders.arithmetic());
        List<AuditReport.Checked> checked = Arrays.stream(Invariant.values())
                .map(invariant -> sum(invariant, findings))
                .toList();
        boolean ok = checked.stream().allMatch(invariant -> invariant.violations() == 0);
        return new AuditReport(ok, clock.instant(), checked);
    }

    private static AuditReport.Checked sum(Invariant invariant, List<Finding> findings) {
        List<Finding> of = findings.stream()
                .filter(finding -> finding.id().equals(invariant.name()))
                .toList();
        return new AuditReport.Checked(
                invariant.name(),
                invariant.title(),
                of.stream().mapToLong(Finding::checked).sum(),
                of.stream().mapToLong(Finding::violations).sum(),
                of.stream()
                        .flatMap(finding -> finding.offenders().stream())
                        .limit(MOST_SHOWN)
                        .toList());
    }
}
