package dev.quayside.order.payment;

import dev.quayside.order.order.PaymentReport;

/** What payment-service says of a payment. The part with the client secret does not leave this feature but for the payer. */
public final class PaymentAnswer {
    private final PaymentWire.Payment payment;

    PaymentAnswer(PaymentWire.Payment payment) {
        this.payment = payment;
    }

    public PaymentReport report() {
        return payment.report();
    }

    PaymentWire.Payment payment() {
        return payment;
    }
}
