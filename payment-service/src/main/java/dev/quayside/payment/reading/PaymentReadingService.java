package dev.quayside.payment.reading;

import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.gateway.PaymentGateway;
import dev.quayside.payment.payment.PaymentState;
import dev.quayside.payment.payment.PaymentView;
import dev.quayside.payment.payment.Payments;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment as it is now, for whoever waits for it. */
@ApplicationScoped
public class PaymentReadingService {
    private final Payments payments;
    private final PaymentReader reader;
    private final PaymentGateway gateway;
    private final ClientSecrets secrets;

    PaymentReadingService(Payments payments, PaymentReader reader, PaymentGateway gateway, ClientSecrets secrets) {
        this.payments = payments;
        this.reader = reader;
        this.gateway = gateway;
        this.secrets = secrets;
    }

    /** Reads an open payment back from Stripe; when Stripe does not answer in time, it is shown as stored, without its secret. */
    public PaymentView show(UUID orderId) {
        PaymentState state = payments.get(orderId);
        return secrets.show(orderId, state.status().isTerminal() ? null : fresh(orderId, state));
    }

    private @Nullable Intent fresh(UUID orderId, PaymentState state) {
        Reading reading = reader.read(orderId, Patience.SHOPPER);
        String intentId = state.paymentIntentId();
        return reading.result() == Reading.Result.BUSY && intentId != null
                ? besides(orderId, intentId)
                : reading.intent();
    }

    /**
     * Reads it although another reader has the lease: the shopper waits for the secret. What is read may be older than what the other
     * one writes, unless it can not be paid any more: there is no way back from there, and it is written.
     */
    private @Nullable Intent besides(UUID orderId, String intentId) {
        Intent read = gateway.read(intentId, Patience.SHOPPER).valueOrNull();
        if (read != null && !read.status().isPayable()) {
            QuarkusTransaction.requiringNew().run(() -> payments.apply(orderId, read));
        }
        return read;
    }
}
