package dev.quayside.order.order;

import dev.quayside.kit.step.DurableSteps;
import dev.quayside.order.catalog.CommitStockStep;
import dev.quayside.order.catalog.ReleaseStockStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The durable steps in an order's life. Each is scheduled in the transaction that makes it due. */
@ApplicationScoped
public class OrderSteps {
    /** Goes on with a checkout whose process died or whose caller gave up. */
    public static final String PLACE = "place-order";
    /** Opens the payment of an order when checkout could not. */
    public static final String OPEN_PAYMENT = "open-payment";
    /** Ends an order that was not paid in time. */
    public static final String EXPIRE = "expire-order";
    /** Settles payment and stock of an order that is to be cancelled. */
    public static final String CANCEL = "cancel-order";
    /** Gives back money that came in for an order that was over. */
    public static final String REFUND = "refund-order";

    /** Captures what the shop has asked for. */
    public static final String CAPTURE = "capture-payment";

    /** Looks after an order's refunds when its payment has changed. */
    public static final String REFUNDS = "follow-refunds";

    private final DurableSteps steps;
    private final Duration resumeAfter;

    OrderSteps(DurableSteps steps, @ConfigProperty(name = "quayside.order.resume-after") Duration resumeAfter) {
        this.steps = steps;
        this.resumeAfter = resumeAfter;
    }

    /** The checkout that wrote the order is alive and goes on itself; the step is for when it does not. */
    void started(UUID orderId, Instant now) {
        steps.schedule(PLACE, orderId, now.plus(resumeAfter));
    }

    void placed(UUID orderId, Instant now, Instant expiry) {
        steps.schedule(OPEN_PAYMENT, orderId, now.plus(resumeAfter));
        steps.schedule(EXPIRE, orderId, expiry);
    }

    void abandoned(UUID orderId) {
        steps.schedule(ReleaseStockStep.NAME, orderId);
    }

    void confirmed(UUID orderId) {
        steps.schedule(CommitStockStep.NAME, orderId);
    }

    /** One run for each occasion: a run that is under way for an earlier one cannot have seen this one's change. */
    void cancelling(UUID orderId, String occasion, Instant now) {
        steps.schedule(CANCEL, orderId, occasion, now);
    }

    void refundOwed(UUID orderId, String occasion, Instant now) {
        steps.schedule(REFUND, orderId, occasion, now);
    }

    void captureAsked(UUID orderId, Instant now) {
        steps.schedule(CAPTURE, orderId, "asked-" + now.toEpochMilli(), now);
    }

    void refundsMoved(UUID orderId, String occasion, Instant now) {
        steps.schedule(REFUNDS, orderId, occasion, now);
    }
}
