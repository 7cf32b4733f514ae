package dev.quayside.order.order;

import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.money.Money;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.order.OrderProblem;
import dev.quayside.order.pricing.AskedAmount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The transactions of a capture that the shop asks for: it is stored before any call, and taken back if it is refused for good. */
@ApplicationScoped
public class OrderCapture {
    private final OrderRepository orders;
    private final OrderSteps steps;
    private final AuditTrail trail;
    private final Clock clock;

    OrderCapture(OrderRepository orders, OrderSteps steps, AuditTrail trail, Clock clock) {
        this.orders = orders;
        this.steps = steps;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Stores, in the caller's transaction, how much is to be captured, with the step that does it. The same amount again changes
     * nothing. 409 {@code order_not_capturable}, {@code capture_exceeds_authorized}, {@code capture_mismatch}; 422 on the amount.
     *
     * @param wanted null for all that is authorised
     */
    @Transactional(TxType.MANDATORY)
    public void request(UUID orderId, @Nullable Money wanted) {
        Order order = orders.locked(orderId);
        requireCapturable(order);
        Capture capture = order.payment.capture;
        long amount = wanted == null ? capture.authorized : granted(order, wanted);
        OrderView before = OrderView.of(order);
        if (capture.amount == null) {
            Instant now = clock.instant();
            capture.ask(amount, now);
            order.updatedAt = now;
            steps.captureAsked(orderId, now);
        } else if (capture.amount != amount) {
            throw new ProblemException(
                    OrderProblem.CAPTURE_MISMATCH,
                    capture.amount + " of order " + orderId + " is being captured, not " + amount);
        }
        trail.record("order.captured", Subject.of("order", orderId), before, OrderView.of(order));
    }

    /** What was asked for was refused for good. An order that is captured by now, or over, stays as it is. */
    @Transactional
    public OrderState refused(UUID orderId, long amount, String code) {
        Order order = orders.locked(orderId);
        Capture capture = order.payment.capture;
        if (OrderState.of(order).owesCapture() && capture.amount != null && capture.amount == amount) {
            capture.refused(code);
            order.updatedAt = clock.instant();
        }
        return OrderState.of(order);
    }

    private static void requireCapturable(Order order) {
        if (!order.payment.capture.covers(order.amounts.total)
                || order.payment.state != PaymentState.AUTHORIZED
                || !order.status.goesAhead()) {
            throw new ProblemException(
                    OrderProblem.ORDER_NOT_CAPTURABLE,
                    "order " + order.id + " is " + order.status.code() + ", its capture "
                            + order.payment.capture.method.code() + ", its payment "
                            + order.payment.status.code());
        }
    }

    private static long granted(Order order, Money wanted) {
        AskedAmount.require(wanted, order.amounts.in());
        Money left = new Money(order.payment.capture.authorized, order.amounts.in());
        if (wanted.amount() > left.amount()) {
            throw new ProblemException(
                            OrderProblem.CAPTURE_EXCEEDS_AUTHORIZED,
                            left.amount() + " of order " + order.id + " is authorised, " + wanted.amount()
                                    + " is wanted")
                    .with("left", left);
        }
        return wanted.amount();
    }
}
