package dev.quayside.payment.backfill;

import dev.quayside.kit.step.RecurringStep;
import dev.quayside.payment.gateway.PaymentLists;
import dev.quayside.payment.webhook.WebhookService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes events from Stripe's list that were never delivered: after an outage of ours, or of the way between. */
@ApplicationScoped
class BackfillEventsStep implements RecurringStep {
    static final String NAME = "backfill-events";

    /** Those that can tell of money. Stripe takes 20 types at most, and an account may make many events of other kinds. */
    private static final List<String> TYPES = List.of(
            "payment_intent.succeeded",
            "payment_intent.payment_failed",
            "payment_intent.canceled",
            "payment_intent.processing",
            "payment_intent.requires_action",
            "payment_intent.amount_capturable_updated",
            "charge.succeeded",
            "charge.captured",
            "charge.refunded",
            "charge.updated",
            "charge.expired",
            "refund.created",
            "refund.updated",
            "refund.failed",
            "charge.refund.updated",
            "charge.dispute.created",
            "charge.dispute.updated",
            "charge.dispute.closed",
            "charge.dispute.funds_withdrawn",
            "charge.dispute.funds_reinstated");

    /** Those that can tell of saved cards. */
    private static final List<String> CARD_TYPES = List.of(
            "setup_intent.succeeded",
            "setup_intent.setup_failed",
            "setup_intent.canceled",
            "payment_method.attached",
            "payment_method.automatically_updated",
            "payment_method.detached",
            "payment_method.updated");

    private final Walk walk;
    private final PaymentLists lists;
    private final WebhookService webhooks;
    private final Duration every;

    BackfillEventsStep(
            Walk walk,
            PaymentLists lists,
            WebhookService webhooks,
            @ConfigProperty(name = "quayside.payment.backfill-every") Duration every) {
        this.walk = walk;
        this.lists = lists;
        this.webhooks = webhooks;
        this.every = every;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID always) {
        boolean finished = walk.run(ListName.EVENTS, span -> lists.events(span, TYPES), webhooks::takeMissed);
        finished &= walk.run(ListName.CARD_EVENTS, span -> lists.events(span, CARD_TYPES), webhooks::takeMissed);
        return Outcome.again(finished ? every : Walk.GO_ON);
    }
}
