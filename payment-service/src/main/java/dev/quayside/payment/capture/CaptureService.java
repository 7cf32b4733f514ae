package dev.quayside.payment.capture;

import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.payment.PaymentView;
import dev.quayside.payment.payment.PaymentViews;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Captures as other services ask for them. */
@ApplicationScoped
public class CaptureService {
    private final Captures captures;
    private final CaptureCall call;
    private final PaymentViews views;

    CaptureService(Captures captures, CaptureCall call, PaymentViews views) {
        this.captures = captures;
        this.call = call;
        this.views = views;
    }

    /** Stores the capture, asks Stripe, and shows the payment: captured, or authorized while the outcome is not known. */
    public PaymentView capture(UUID orderId, long amount) {
        captures.ask(orderId, amount);
        call.attempt(orderId, Patience.SHOPPER);
        return views.of(captures.outcome(orderId, amount), null);
    }
}
