package dev.quayside.payment.reading;

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
import org.jboss.logging.Logger;

/** Reads a payment and its refunds from Stripe under the payment's lease, and applies them if the lease is still held. */
@ApplicationScoped
public class PaymentReader {
    private static final Logger LOG = Logger.getLogger(PaymentReader.class);

    private final Payments payments;
    private final Leases leases;
    private final Refunds refunds;
    private final PaymentGateway gateway;

    PaymentReader(Payments payments, Leases leases, Refunds refunds, PaymentGateway gateway) {
        this.payments = payments;
        this.leases = leases;
        this.refunds = refunds;
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
        Outcome<List<RefundReading>> itsRefunds = refundsOf(intent, patience);
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!leases.end(orderId, lease.get())) {
                return Reading.without(Reading.Result.BUSY);
            }
            if (!intent.isSuccess() || !itsRefunds.isSuccess()) {
                return unreadable(intentId, intent.isSuccess() ? itsRefunds : intent);
            }
            payments.apply(orderId, intent.value());
            refunds.learn(orderId, itsRefunds.value());
            alongside.run();
            return new Reading(Reading.Result.APPLIED, intent.value());
        });
    }

    /** Only a worker takes the time to list them, and only money that was received can be given back. */
    private Outcome<List<RefundReading>> refundsOf(Outcome<Intent> read, Patience patience) {
        boolean wanted =
                patience == Patience.WORKER && read.isSuccess() && read.value().status() == IntentStatus.SUCCEEDED;
        return wanted ? gateway.refundsOf(read.value().id(), patience) : Outcome.succeeded(List.of());
    }

    private static Reading unreadable(String intentId, Outcome<?> outcome) {
        LOG.infof("%s could not be read: %s", intentId, outcome.failure().message());
        return Reading.without(Reading.Result.UNREADABLE);
    }
}
