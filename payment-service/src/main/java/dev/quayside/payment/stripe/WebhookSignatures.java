package dev.quayside.payment.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a webhook was signed by Stripe, over its raw bytes, within five minutes of now in either direction.
 *
 * <p>All active secrets are tried, so that one can be rolled. The library throws unchecked exceptions of several kinds for headers
 * that are out of shape: each of them is a signature that is not valid.
 */
@ApplicationScoped
public class WebhookSignatures {
    private static final Logger LOG = Logger.getLogger(WebhookSignatures.class);
    private static final long TOLERANCE_SECONDS = 300;

    private final List<String> secrets;
    private final Clock clock;

    WebhookSignatures(StripeSettings settings, Clock clock) {
        this.secrets = settings.webhookSecrets().orElse(List.of()).stream()
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .toList();
        this.clock = clock;
        if (secrets.isEmpty()) {
            LOG.warn("no STRIPE_WEBHOOK_SECRET: every webhook is refused, payments are only found by reading them");
        }
    }

    /** Whether one of the active secrets signed exactly this body, lately. */
    public boolean isValid(byte[] body, @Nullable String header) {
        if (header == null || body.length == 0) {
            return false;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return secrets.stream().anyMatch(secret -> signed(text, header, secret)) && !isFromTheFuture(header);
        } catch (CharacterCodingException notText) {
            return false;
        }
    }

    private boolean signed(String text, String header, String secret) {
        try {
            return Webhook.Signature.verifyHeader(text, header, secret, TOLERANCE_SECONDS, clock);
        } catch (SignatureVerificationException | RuntimeException invalid) {
            LOG.debugf("webhook refused: %s", invalid.getMessage());
            return false;
        }
    }

    /** The library looks only at how old a signature is; the header's first time is the one that it signed. */
    private boolean isFromTheFuture(String header) {
        for (String part : List.of(header.split(",", -1))) {
            if (part.startsWith("t=")) {
                return Long.parseLong(part.substring(2)) > clock.instant().getEpochSecond() + TOLERANCE_SECONDS;
            }
        }
        return true;
    }
}
