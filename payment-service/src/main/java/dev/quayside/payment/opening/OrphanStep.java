package dev.quayside.payment.opening;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.gateway.Listing;
import dev.quayside.payment.gateway.PaymentGateway;
import dev.quayside.payment.payment.PaymentState;
import dev.quayside.payment.payment.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Looks at Stripe for PaymentIntents of an order that a lost answer left behind, and deals with each. */
@ApplicationScoped
class OrphanStep implements DurableStep {
    static final String NAME = "find-orphans";
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final Duration BEFORE = Duration.ofMinutes(5);
    private static final Duration AFTER = Duration.ofHours(25);

    private final Payments payments;
    private final Openings openings;
    private final PaymentGateway gateway;

    OrphanStep(Payments payments, Openings openings, PaymentGateway gateway) {
        this.payments = payments;
        this.openings = openings;
        this.gateway = gateway;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID orderId) {
        PaymentState payment = payments.get(orderId);
        Instant made = payment.createdAt();
        var listed = gateway.intentsCreated(made.minus(BEFORE), made.plus(AFTER));
        if (!listed.isSuccess()) {
            return Outcome.again(AGAIN);
        }
        Listing<Intent> listing = listed.value();
        List<Intent> others = listing.items().stream()
                .filter(intent -> orderId.toString().equals(intent.orderId()))
                .filter(intent -> !intent.id().equals(payment.paymentIntentId()))
                .toList();
        others.forEach(openings::adopt);
        return listing.complete() ? Outcome.DONE : Outcome.again(AGAIN);
    }
}
