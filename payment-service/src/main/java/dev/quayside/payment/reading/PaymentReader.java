package dev.quayside.payment.reading;

import dev.quayside.payment.dispute.Disputes;
import dev.quayside.payment.gateway.DisputeReading;
import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.gateway.IntentStatus;
import dev.quayside.payment.gateway.Outcome;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.gateway.PaymentGateway;
import dev.quayside.payment.gateway.RefundReading;
import dev.quayside.payment.payment.Leases;
import dev.quayside.payment.payment.PaymentState;
import dev.quayside.payment.payment.Payments;
import dev.quayside.payment.refund.Refunds;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Reads a payment, its refunds and its disputes from Stripe under the payment's lease, and applies them if the lease is still held. */
@ApplicationScoped
public class PaymentReader {
    private static final Logger LOG = Logger.getLogger(PaymentReader.class);

    private final Payments payments;
    private final Leases leases;
    private final Refunds refunds;
    private final Disputes disputes;
    private final PaymentGateway gateway;

    PaymentReader(Payments payments, Leases leases, Refunds refunds, Disputes disputes, PaymentGateway gateway) {
        this.payments = payments;
        this.leases = leases;
        this.refunds = refunds;
        this.disputes = disputes;
        this.gateway = gateway;
    }

    public Reading read(UUID orderId, Patience patience) {
        return read(orderId, patience, () -> {});
    }

    /** Reads; {@code alongside} runs in the transaction that applies what was read. */
    public Reading read(UUID orderId, Patience patience, Runnable alongside) {
        String intentId =
                payments.find(orderId).map(PaymentState::paymentIntentId).orElse(null);
        if (intentId == null) {
            return Reading.without(Reading.Result.NOT_OPENED);
        }
        Optional<UUID> lease = leases.take(orderId);
        if (lease.isEmpty()) {
            return Reading.without(Reading.Result.BUSY);
        }
        Outcome<Intent> intent = gateway.read(intentId, patience);
        boolean paid = patience == Patience.WORKER
                && intent.isSuccess()
                && intent.value().status() == IntentStatus.SUCCEEDED;
        // Only a worker takes the time to list them, and only money that was received can be given or taken back.
        Outcome<List<RefundReading>> itsRefunds =
                paid ? gateway.refundsOf(intentId, patience) : Outcome.succeeded(List.of());
        Outcome<List<DisputeReading>> itsDisputes =
                paid ? gateway.disputesOf(intentId, patience) : Outcome.succeeded(List.of());
        Optional<Outcome<?>> unread = Stream.<Outcome<?>>of(intent, itsRefunds, itsDisputes)
                .filter(outcome -> !outcome.isSuccess())
                .findFirst();
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!leases.end(orderId, lease.get())) {
                return Reading.without(Reading.Result.BUSY);
            }
            if (unread.isPresent()) {
                return unreadable(intentId, unread.get());
            }
            payments.apply(orderId, intent.value());
            refunds.learn(orderId, itsRefunds.value());
            disputes.learn(orderId, itsDisputes.value());
            alongside.run();
            return new Reading(Reading.Result.APPLIED, intent.value());
        });
    }

    private static Reading unreadable(String intentId, Outcome<?> outcome) {
        LOG.infof("%s could not be read: %s", intentId, outcome.failure().message());
        return Reading.without(Reading.Result.UNREADABLE);
    }
}
