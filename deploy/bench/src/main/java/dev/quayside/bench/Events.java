package dev.quayside.bench;

import com.stripe.net.Webhook;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/** Events as Stripe would send them, each with an id of its own. */
final class Events {
    private final String secret;

    Events(String secret) {
        this.secret = secret;
    }

    /** The news that a payment has succeeded. */
    static String succeeded(String intent) {
        return """
                {"id": "evt_bench%s", "object": "event", "api_version": "2026-07-29.dahlia", "created": %d, "livemode": false,
                 "pending_webhooks": 1, "type": "payment_intent.succeeded",
                 "data": {"object": {"id": "%s", "object": "payment_intent", "status": "succeeded"}}}""".formatted(
                UUID.randomUUID().toString().replace("-", ""), Instant.now().getEpochSecond(), intent);
    }

    /** The header that proves who sent it. */
    String signature(String event) throws NoSuchAlgorithmException, InvalidKeyException {
        long now = Instant.now().getEpochSecond();
        return "t=" + now + ",v1=" + Webhook.Util.computeHmacSha256(secret, now + "." + event);
    }
}
