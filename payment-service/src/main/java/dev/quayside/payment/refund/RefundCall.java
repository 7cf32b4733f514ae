package dev.quayside.payment.refund;

import dev.quayside.payment.gateway.Failure;
import dev.quayside.payment.gateway.Outcome;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.gateway.PaymentGateway;
import dev.quayside.payment.gateway.RefundOrder;
import dev.quayside.payment.gateway.RefundReading;
import dev.quayside.payment.operation.OperationKind;
import dev.quayside.payment.operation.OperationView;
import dev.quayside.payment.operation.Operations;
import dev.quayside.payment.payment.OwedReadings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One try to get a refund done and its outcome stored. Called again, it sends the same key again, and once Stripe may have forgotten
 * the key it only reads.
 */
@ApplicationScoped
class RefundCall {
    private static final Logger LOG = Logger.getLogger(RefundCall.class);

    private final Refunds refunds;
    private final Operations operations;
    private final OwedReadings readings;
    private final PaymentGateway gateway;
    private final int attemptsBeforeNew;

    RefundCall(
            Refunds refunds,
            Operations operations,
            OwedReadings readings,
            PaymentGateway gateway,
            @ConfigProperty(name = "quayside.payment.attempts-before-new-operation") int attemptsBeforeNew) {
        this.refunds = refunds;
        this.operations = operations;
        this.readings = readings;
        this.gateway = gateway;
        this.attemptsBeforeNew = attemptsBeforeNew;
    }

    void attempt(UUID refundId, Patience patience) {
        operations.unsettled(refundId, OperationKind.REFUND).ifPresent(operation -> {
            Optional<OperationView> sending = operations.send(operation.id());
            if (sending.isPresent()) {
                send(refundId, sending.get(), patience);
            } else if (!operations.isSendable(operation)) {
                resolve(refundId, operation, patience, "Stripe has no such refund, and its key has expired");
            }
        });
    }

    /** Reads the refunds of the payment, and applies them; true when Stripe answered. */
    boolean read(FollowedRefund refund, String intentId, Patience patience) {
        Outcome<List<RefundReading>> read = gateway.refundsOf(intentId, patience);
        if (read.isSuccess()) {
            refunds.learn(refund.orderId(), read.value());
        }
        return read.isSuccess();
    }

    private void send(UUID refundId, OperationView operation, Patience patience) {
        RefundOrder order = operations.params(operation, RefundOrder.class);
        Outcome<RefundReading> outcome = gateway.refund(order, operation.attempt(patience));
        switch (outcome.kind()) {
            case SUCCEEDED -> refunds.learn(operation.orderId(), List.of(outcome.value()));
            // Even a refusal is checked: "already refunded" may be about the first sending of this very refund.
            case DECLINED, REJECTED -> refused(refundId, operation, patience, outcome.failure());
            case PENDING -> log(operation, outcome.failure());
            case UNKNOWN -> unknown(refundId, operation, patience, outcome.failure());
        }
    }

    private void refused(UUID refundId, OperationView operation, Patience patience, Failure failure) {
        if (failure.isAboutDispute()) {
            // Stripe knows of a dispute that is not known here yet.
            readings.add(operation.orderId(), refundId.toString());
        }
        resolve(refundId, operation, patience, failure.isAboutCaller() ? null : failure.reason());
    }

    private void unknown(UUID refundId, OperationView operation, Patience patience, Failure failure) {
        log(operation, failure);
        if (patience == Patience.SHOPPER) {
            return;
        }
        boolean missing = resolve(refundId, operation, patience, null);
        if (missing && failure.isStoredWithKey() && operation.attempts() >= attemptsBeforeNew) {
            boolean again = refunds.beginAgain(refundId, operation);
            LOG.warnf("refund %s: Stripe stores an error for its key; new operation: %s", refundId, again);
        }
    }

    /**
     * Looks for the refund among those that Stripe lists; without it, it has failed for {@code refusal}, if one is given. True when
     * Stripe answered and has no such refund.
     */
    private boolean resolve(UUID refundId, OperationView operation, Patience patience, @Nullable String refusal) {
        String intentId = operations.params(operation, RefundOrder.class).intentId();
        Outcome<List<RefundReading>> listed = gateway.refundsOf(intentId, patience);
        if (!listed.isSuccess()) {
            return false;
        }
        refunds.learn(operation.orderId(), listed.value());
        boolean missing = listed.value().stream()
                .noneMatch(read -> operation.id().toString().equals(read.operationId()));
        if (missing && refusal != null) {
            refunds.fail(refundId, operation, refusal);
        }
        return missing;
    }

    private static void log(OperationView operation, Failure failure) {
        LOG.infof("refund %s: not known yet, %s (%s)", operation.subject(), failure.code(), failure.message());
    }
}
