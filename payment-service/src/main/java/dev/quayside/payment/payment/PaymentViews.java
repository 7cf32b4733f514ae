package dev.quayside.payment.payment;

import dev.quayside.payment.stripe.StripeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Makes views of payments, with what a storefront needs to reach Stripe. */
@ApplicationScoped
public class PaymentViews {
    private final StripeSettings settings;

    PaymentViews(StripeSettings settings) {
        this.settings = settings;
    }

    public PaymentView of(PaymentState state, @Nullable String clientSecret) {
        return new PaymentView(
                state.orderId(),
                state.version(),
                state.status(),
                state.currency(),
                state.amount(),
                state.grant(),
                state.captured(),
                state.refunded(),
                state.refundStatus(),
                state.disputeStatus(),
                state.paymentIntentId(),
                clientSecret,
                settings.publishableKey(),
                settings.browserApiBase(),
                state.lastError());
    }
}
