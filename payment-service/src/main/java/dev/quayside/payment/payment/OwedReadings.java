package dev.quayside.payment.payment;

import dev.quayside.kit.step.DurableSteps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Payments that are to be read from Stripe, because something says that our rows are behind. */
@ApplicationScoped
public class OwedReadings {
    /** The durable step that reads a payment until that has worked once; its subject is the order. */
    public static final String STEP = "read-payment";

    private final DurableSteps steps;
    private final Clock clock;

    OwedReadings(DurableSteps steps, Clock clock) {
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * Has the payment read soon; in the caller's transaction, if there is one.
     *
     * @param occasion what says that the rows are behind: while a reading for it is owed, it owes no second one
     */
    @Transactional
    public void add(UUID orderId, String occasion) {
        steps.schedule(STEP, orderId, occasion, clock.instant());
    }
}
