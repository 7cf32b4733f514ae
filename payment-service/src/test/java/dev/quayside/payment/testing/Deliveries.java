package dev.quayside.payment.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Delivers webhooks, well signed or not. */
public final class Deliveries {
    private Deliveries() {}

    /** Signed as Stripe does, now. */
    public static Response deliver(String body) {
        return deliver(body.getBytes(StandardCharsets.UTF_8));
    }

    public static Response deliver(byte[] body) {
        return send(body, header(body, Stripe.WEBHOOK_SECRET, now()));
    }

    public static Response send(byte[] body, String header) {
        return given().contentType("application/json; charset=utf-8")
                .header("Stripe-Signature", header)
                .body(body)
                .post("/v1/webhooks/stripe");
    }

    public static String header(byte[] body, String secret, long time) {
        return "t=" + time + ",v1=" + signature(body, secret, time);
    }

    public static String signature(byte[] body, String secret, long time) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static long now() {
        return Instant.now().getEpochSecond();
    }
}
