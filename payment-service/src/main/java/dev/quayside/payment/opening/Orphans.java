package dev.quayside.payment.opening;

import dev.quayside.kit.step.DurableSteps;
import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.gateway.IntentStatus;
import dev.quayside.payment.operation.OperationKind;
import dev.quayside.payment.operation.OperationState;
import dev.quayside.payment.operation.OperationView;
import dev.quayside.payment.operation.Operations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jboss.logging.Logger;

/** What is stored of orphans: PaymentIntents made for an order that has another one. Their client secrets never left the house. */
@ApplicationScoped
class Orphans {
    private static final Logger LOG = Logger.getLogger(Orphans.class);

    private final Operations operations;
    private final DurableSteps steps;

    Orphans(Operations operations, DurableSteps steps) {
        this.operations = operations;
        this.steps = steps;
    }

    /** Has one cancelled by a step, in the caller's transaction, which holds the payment's lock. */
    @Transactional(TxType.MANDATORY)
    void cancel(UUID orderId, Intent orphan) {
        UUID subject = UUID.nameUUIDFromBytes(orphan.id().getBytes(StandardCharsets.UTF_8));
        if (orphan.received() > 0) {
            LOG.errorf("%s is an orphan of order %s and was paid: refund it by hand", orphan.id(), orderId);
        }
        if (!orphan.status().isTerminal()
                && operations.latest(subject, OperationKind.CANCEL_ORPHAN).isEmpty()) {
            LOG.warnf("%s is an orphan of order %s and is cancelled", orphan.id(), orderId);
            begin(orderId, subject, new OrphanCancel(orphan.id()));
        }
    }

    /** Stores that Stripe has the last word: it was cancelled, or had been paid. */
    @Transactional
    void settle(OperationView operation, Intent ended) {
        boolean cancelled = ended.status() == IntentStatus.CANCELED;
        OperationState outcome = cancelled ? OperationState.SUCCEEDED : OperationState.REJECTED;
        operations.settle(operation.id(), outcome, ended.id(), null);
    }

    /** A new operation for one whose key brings the same refusal each time, or has expired. Cancelling twice moves no money. */
    @Transactional
    void beginAgain(OperationView stuck) {
        if (operations.supersede(stuck.id(), "its key brings no answer")) {
            begin(stuck.orderId(), stuck.subject(), operations.params(stuck, OrphanCancel.class));
        }
    }

    private void begin(UUID orderId, UUID subject, OrphanCancel params) {
        operations.begin(orderId, subject, OperationKind.CANCEL_ORPHAN, id -> params);
        steps.schedule(CancelOrphanStep.NAME, subject);
    }
}
