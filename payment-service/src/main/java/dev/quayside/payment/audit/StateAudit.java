package dev.quayside.payment.audit;

import dev.quayside.payment.operation.Operations;
import dev.quayside.payment.payment.PaymentRecords;
import dev.quayside.payment.refund.Refunds;
import dev.quayside.payment.webhook.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks at our own rows: I6 and I8. */
@ApplicationScoped
class StateAudit {
    // One more than is shown tells that there are more.
    private static final int MOST = Findings.MOST_OFFENDERS + 1;

    private final Operations operations;
    private final PaymentRecords payments;
    private final Refunds refunds;
    private final Inbox inbox;
    private final Clock clock;
    private final Duration eventPause;

    StateAudit(
            Operations operations,
            PaymentRecords payments,
            Refunds refunds,
            Inbox inbox,
            Clock clock,
            @ConfigProperty(name = "quayside.payment.event-pause") Duration eventPause) {
        this.operations = operations;
        this.payments = payments;
        this.refunds = refunds;
        this.inbox = inbox;
        this.clock = clock;
        this.eventPause = eventPause;
    }

    /** I6: one inbox row for each event (the primary key sees to it), one capture for each order. */
    InvariantView effects(StripeBooks books) {
        Findings found = new Findings("I6");
        found.checked(inbox.stored());
        books.ledgers().forEach((order, ledger) -> {
            found.checked(1);
            found.require(ledger.captures() <= 1, order, ledger.captures() + " captures in the ledger");
        });
        return found.view();
    }

    /** I8: nothing is pending or unknown. At a quiet moment none of this is under way. */
    InvariantView settled() {
        Instant now = clock.instant();
        Findings found = new Findings("I8");
        found.checked(operations.count() + payments.count() + inbox.stored());
        operations
                .unsettledCreatedBefore(now, MOST)
                .forEach(one -> found.offend(one.owner(), one.kind() + " operation " + one.id() + " is unsettled"));
        payments.unfinished(MOST)
                .forEach(one -> found.offend(
                        one.orderId(), "payment is " + one.status().wire() + " at version " + one.version()));
        refunds.unresolvedCreatedBefore(now, MOST)
                .forEach(one -> found.offend(one.orderId(), "refund " + one.id() + " is pending"));
        // One that shares a reading waits for it, up to a pause and a half.
        inbox.waitingSince(now.minus(eventPause.multipliedBy(2)), MOST)
                .forEach(event -> found.offend(event, "event is not worked on"));
        return found.view();
    }
}
