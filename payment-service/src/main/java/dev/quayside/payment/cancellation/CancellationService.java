package dev.quayside.payment.cancellation;

import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.payment.PaymentState;
import dev.quayside.payment.payment.PaymentView;
import dev.quayside.payment.payment.PaymentViews;
import dev.quayside.payment.payment.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Cancels as other services ask for them. */
@ApplicationScoped
public class CancellationService {
    private final Cancellations cancellations;
    private final CancelCall call;
    private final Payments payments;
    private final PaymentViews views;

    CancellationService(Cancellations cancellations, CancelCall call, Payments payments, PaymentViews views) {
        this.cancellations = cancellations;
        this.call = call;
        this.payments = payments;
        this.views = views;
    }

    /** Stores the wish, asks Stripe, and shows the payment; one that has not ended is followed by a step. */
    public PaymentView cancel(UUID orderId) {
        PaymentState requested = cancellations.request(orderId);
        if (!requested.status().isTerminal()) {
            call.attempt(orderId, Patience.SHOPPER);
        }
        return views.of(payments.get(orderId), null);
    }
}
