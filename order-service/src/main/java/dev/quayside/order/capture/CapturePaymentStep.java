package dev.quayside.order.capture;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.order.order.ManualCapture;
import dev.quayside.order.order.OrderCapture;
import dev.quayside.order.order.OrderPayments;
import dev.quayside.order.order.OrderState;
import dev.quayside.order.order.OrderSteps;
import dev.quayside.order.order.Orders;
import dev.quayside.order.payment.Payments;
import dev.quayside.order.upstream.Pace;
import dev.quayside.order.upstream.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Has the amount captured that the shop has asked for, and asks until its outcome is known. Sent again it is the same capture: there is
 * one for a payment. An order that is being cancelled is its cancellation's.
 */
@ApplicationScoped
class CapturePaymentStep implements DurableStep {
    private static final Logger LOG = Logger.getLogger(CapturePaymentStep.class);
    private static final String UNKNOWN_THERE = "payment_not_found";

    private final Orders orders;
    private final OrderCapture captures;
    private final OrderPayments orderPayments;
    private final Payments payments;
    private final Pace pace;

    CapturePaymentStep(
            Orders orders, OrderCapture captures, OrderPayments orderPayments, Payments payments, Pace pace) {
        this.orders = orders;
        this.captures = captures;
        this.orderPayments = orderPayments;
        this.payments = payments;
        this.pace = pace;
    }

    @Override
    public String name() {
        return OrderSteps.CAPTURE;
    }

    @Override
    public Outcome run(UUID orderId) {
        OrderState order = orders.state(orderId);
        ManualCapture wish = order.capture();
        return wish == null || !order.owesCapture() ? Outcome.DONE : capture(orderId, wish);
    }

    private Outcome capture(UUID orderId, ManualCapture wish) {
        long amount = Objects.requireNonNull(wish.requested()).amount();
        try {
            OrderState now = orderPayments.apply(
                    orderId, payments.capture(orderId, amount).report());
            return now.owesCapture()
                    ? Outcome.again(pace.since(Objects.requireNonNull(wish.requestedAt())))
                    : Outcome.DONE;
        } catch (Refusal refusal) {
            takeBack(orderId, amount, refusal);
            return Outcome.DONE;
        }
    }

    /** What the payment has become instead is read first: it may have been captured in another way, or be gone. */
    private void takeBack(UUID orderId, long amount, Refusal refusal) {
        if (refusal.code().equals(UNKNOWN_THERE)) {
            // An authorised payment cannot be unknown: the step stays, and is seen to fail.
            throw refusal;
        }
        payments.read(orderId).ifPresent(answer -> orderPayments.apply(orderId, answer.report()));
        captures.refused(orderId, amount, refusal.code());
        LOG.warnf("the capture of %d of order %s was refused: %s", amount, orderId, refusal.code());
    }
}
