package dev.quayside.order.payment;

import dev.quayside.order.order.PaymentState;
import org.jspecify.annotations.Nullable;

/**
 * What a storefront pays with.
 *
 * @param clientSecret for Stripe.js; null while the payment is pending and when there is nothing to pay
 * @param stripeApiBase where Stripe.js' calls go
 */
public record PaymentPart(
        PaymentState status,
        @Nullable String clientSecret,
        @Nullable String publishableKey,
        @Nullable String stripeApiBase,
        @Nullable PaymentError lastError) {

    /** Without the client secret: this may end up in a log. */
    @Override
    public String toString() {
        return "PaymentPart[" + status.code() + "]";
    }

    static PaymentPart of(PaymentWire.Payment payment, boolean withSecret) {
        return new PaymentPart(
                payment.status(),
                withSecret ? payment.clientSecret() : null,
                payment.publishableKey(),
                payment.stripeApiBase(),
                payment.lastError());
    }

    /** It is not known how the payment stands; asking again will tell. */
    static PaymentPart unknown(@Nullable PaymentState lastHeard) {
        return new PaymentPart(lastHeard == null ? PaymentState.PENDING : lastHeard, null, null, null, null);
    }
}
