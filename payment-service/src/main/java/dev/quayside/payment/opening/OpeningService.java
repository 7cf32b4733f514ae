package dev.quayside.payment.opening;

import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.payment.PaymentView;
import dev.quayside.payment.reading.ClientSecrets;
import dev.quayside.payment.reading.PaymentReadingService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Openings as other services ask for them. */
@ApplicationScoped
public class OpeningService {
    private final Openings openings;
    private final PayWith payWith;
    private final OpenCall call;
    private final ClientSecrets secrets;
    private final PaymentReadingService reading;

    OpeningService(
            Openings openings, PayWith payWith, OpenCall call, ClientSecrets secrets, PaymentReadingService reading) {
        this.openings = openings;
        this.payWith = payWith;
        this.call = call;
        this.secrets = secrets;
        this.reading = reading;
    }

    /**
     * Opens the payment of an order, once, and shows it. When Stripe does not answer in 5 s it is {@code pending}, and a step goes on.
     *
     * <p>409: {@code payment_mismatch}, {@code payment_closed}; 422: {@code payment_method_not_found}; 503 when the payer is to have a
     * saved card and Stripe does not know the customer yet and does not answer.
     */
    public PaymentView open(UUID orderId, OpenPaymentRequest wanted) {
        wanted.chargeable();
        openings.begin(orderId, wanted, payWith.card(wanted));
        Optional<Intent> opened = call.attempt(orderId, Patience.SHOPPER);
        return opened.map(intent -> secrets.show(orderId, intent)).orElseGet(() -> reading.show(orderId));
    }
}
