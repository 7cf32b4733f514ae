package dev.quayside.payment.webhook;

import dev.quayside.kit.problem.ProblemException;
import dev.quayside.payment.PaymentProblem;
import dev.quayside.payment.stripe.WebhookSignatures;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Takes deliveries: small enough, signed, an event, and then stored once. */
@ApplicationScoped
public class WebhookService {
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

    private void count(String result) {
        metrics.counter("quayside.payment.webhooks", "result", result).increment();
    }
}
