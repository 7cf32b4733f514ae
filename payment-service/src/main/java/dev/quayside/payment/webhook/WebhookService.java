package dev.quayside.payment.webhook;

import dev.quayside.kit.problem.ProblemException;
import dev.quayside.payment.PaymentProblem;
import dev.quayside.payment.gateway.ListedEvent;
import dev.quayside.payment.stripe.WebhookSignatures;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes deliveries: small enough, signed, an event, and then stored once. */
@ApplicationScoped
public class WebhookService {
    private static final Logger LOG = Logger.getLogger(WebhookService.class);
    /** Stripe's events are a few KiB; checking a signature over much more would cost too much. */
    private static final int LARGEST = 256 * 1024;

    private final WebhookSignatures signatures;
    private final EventParser parser;
    private final Inbox inbox;
    private final MeterRegistry metrics;

    WebhookService(WebhookSignatures signatures, EventParser parser, Inbox inbox, MeterRegistry metrics) {
        this.signatures = signatures;
        this.parser = parser;
        this.inbox = inbox;
        this.metrics = metrics;
    }

    /** Stores a delivery. 400: {@code webhook_signature_invalid}, {@code webhook_body_invalid}. */
    public void receive(byte @Nullable [] body, @Nullable String signature) {
        if (body == null || body.length == 0 || body.length > LARGEST) {
            count("refused");
            throw new ProblemException(
                    PaymentProblem.WEBHOOK_BODY_INVALID, "send an event of 1 to " + LARGEST + " bytes");
        }
        if (!signatures.isValid(body, signature)) {
            count("refused");
            throw new ProblemException(
                    PaymentProblem.WEBHOOK_SIGNATURE_INVALID,
                    "Stripe-Signature does not sign this body with an active secret, within five minutes");
        }
        count(inbox.store(parser.parse(body)) ? "stored" : "repeated");
    }

    /** Stores those of Stripe's own list that were never delivered, and has them worked on as if they had been. */
    public void takeMissed(List<ListedEvent> listed) {
        Set<String> missed = inbox.lacking(listed.stream().map(ListedEvent::id).toList());
        listed.stream().filter(event -> missed.contains(event.id())).forEach(this::takeMissed);
    }

    private void takeMissed(ListedEvent event) {
        try {
            if (inbox.store(parser.parse(event.body().getBytes(StandardCharsets.UTF_8)))) {
                LOG.infof("event %s was never delivered", event.id());
                count("missed");
            }
        } catch (ProblemException unreadable) {
            // The others must not wait for it.
            LOG.errorf("event %s of Stripe's list is not taken: %s", event.id(), unreadable.getMessage());
        }
    }

    private void count(String result) {
        metrics.counter("quayside.payment.webhooks", "result", result).increment();
    }
}
