package dev.quayside.order.payment;

import dev.quayside.order.order.OrderPayments;
import dev.quayside.order.order.OrderState;
import dev.quayside.order.order.Orders;
import dev.quayside.order.upstream.NoAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Gives the payer of an order what a payment needs: opens it if need be, and keeps the secret back once the order is not payable. */
@ApplicationScoped
public class PayerDesk {
    private final Payments payments;
    private final OrderPayments orderPayments;
    private final Orders orders;

    PayerDesk(Payments payments, OrderPayments orderPayments, Orders orders) {
        this.payments = payments;
        this.orderPayments = orderPayments;
        this.orders = orders;
    }

    /** The payment as it is now; pending when payment-service does not answer. */
    public PaymentPart payment(UUID orderId) {
        OrderState order = orders.state(orderId);
        try {
            Optional<PaymentAnswer> answer = order.isPayable() ? Optional.of(open(order)) : payments.read(orderId);
            return answer.map(found -> part(orderId, found)).orElseGet(() -> PaymentPart.unknown(order.payment()));
        } catch (NoAnswer later) {
            return PaymentPart.unknown(order.payment());
        }
    }

    /** Opens an order's payment at its total. */
    PaymentAnswer open(OrderState order) {
        return payments.open(order);
    }

    private PaymentPart part(UUID orderId, PaymentAnswer answer) {
        PaymentWire.Payment payment = answer.payment();
        if (payment.clientSecret() == null) {
            orderPayments.apply(orderId, answer.report());
            return PaymentPart.of(payment, false);
        }
        // Whether it may go out is decided with the order's row locked: a cancellation that came first keeps it here.
        return PaymentPart.of(payment, orderPayments.applyAndGiveSecret(orderId, answer.report()));
    }
}
