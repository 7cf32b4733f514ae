package dev.quayside.payment.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.payment.testing.Deliveries;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Stripe;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Nothing that anybody can send makes the webhook fail: it is a 400, or it is taken. */
@PaymentServiceTest
class WebhookRefusalsIT {
    private static final byte[] BODY = event("evt_refused", "some.type").getBytes(StandardCharsets.UTF_8);

    @Inject
    DataSource database;

    @Test
    void aHeaderOutOfShapeIsRefused() {
        long now = Deliveries.now();
        String good = Deliveries.signature(BODY, Stripe.WEBHOOK_SECRET, now);
        for (String header : List.of(
                "",
                ",",
                "=",
                "t",
                "v1",
                "t,v1",
                "t=abc,v1=" + good,
                "t=,v1=" + good,
                "t=" + now,
                "v1=" + good,
                "t=" + now + ",v1",
                "t=" + now + ",v1=",
                "t=" + now + ",v0=" + good,
                "t=" + now + ",v1=" + good.toUpperCase(Locale.ROOT),
                "t=" + now + "v1=" + good,
                "t=99999999999999999999,v1=" + good,
                "t=-1,v1=" + good,
                "x".repeat(4000))) {
            refused(BODY, header, "webhook_signature_invalid");
        }
        given().body(BODY)
                .contentType("application/json")
                .post("/v1/webhooks/stripe")
                .then()
                .statusCode(400)
                .body("code", equalTo("webhook_signature_invalid"));
    }

    @Test
    void aSignatureOfAnotherTimeSecretOrBodyIsRefused() {
        long now = Deliveries.now();
        refused(BODY, Deliveries.header(BODY, Stripe.WEBHOOK_SECRET, now - 400), "webhook_signature_invalid");
        refused(BODY, Deliveries.header(BODY, Stripe.WEBHOOK_SECRET, now + 400), "webhook_signature_invalid");
        refused(BODY, Deliveries.header(BODY, "whsec_stolen", now), "webhook_signature_invalid");
        byte[] changed = (new String(BODY, StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8);
        refused(changed, Deliveries.header(BODY, Stripe.WEBHOOK_SECRET, now), "webhook_signature_invalid");
        assertThat(new Rows(database).count("select count(*) from stripe_events where event_id = 'evt_refused'"))
                .isZero();
    }

    @Test
    void aSignedBodyThatIsNoEventIsRefused() {
        for (String body : List.of(
                "{}",
                "[]",
                "null",
                "1",
                "\"event\"",
                "not json",
                "{\"id\":\"evt_1\",\"object\":\"event\",\"type\":\"a.b\"",
                event("evt_1", "a.b") + "x",
                "{\"id\":\"evt_1\",\"object\":\"event\"}",
                "{\"object\":\"event\",\"type\":\"a.b\"}",
                "{\"id\":null,\"object\":\"event\",\"type\":null}",
                "{\"id\":1,\"object\":\"event\",\"type\":\"a.b\"}",
                "{\"id\":\"evt_\\u0000\",\"object\":\"event\",\"type\":\"a.b\"}",
                "{\"id\":\"evt_1\",\"object\":\"event\",\"type\":\"a'; drop table payments\"}",
                "{\"id\":\"evt_1\",\"id\":\"evt_2\",\"object\":\"event\",\"type\":\"a.b\"}",
                "{\"id\":\"evt_1\",\"object\":\"v2.core.event\",\"type\":\"v1.billing.meter\"}",
                "[".repeat(2000) + "]".repeat(2000))) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            refused(bytes, Deliveries.header(bytes, Stripe.WEBHOOK_SECRET, Deliveries.now()), "webhook_body_invalid");
        }
        byte[] large = (" ".repeat(256 * 1024) + event("evt_large", "a.b")).getBytes(StandardCharsets.UTF_8);
        refused(large, Deliveries.header(large, Stripe.WEBHOOK_SECRET, Deliveries.now()), "webhook_body_invalid");
        refused(new byte[0], "t=1,v1=2", "webhook_body_invalid");
        byte[] notText = {(byte) 0xff, (byte) 0xfe};
        refused(
                notText,
                Deliveries.header(notText, Stripe.WEBHOOK_SECRET, Deliveries.now()),
                "webhook_signature_invalid");
    }

    @Test
    void anEventThatMeansNothingHereIsTakenAndIgnored() {
        Rows rows = new Rows(database);
        for (String body : List.of(
                event(id(), "quayside.unheard.of"),
                "{\"id\":\"" + id() + "\",\"object\":\"event\",\"type\":\"a.b\"}",
                "{\"id\":\"" + id() + "\",\"object\":\"event\",\"type\":\"a.b\",\"api_version\":null,\"data\":null}",
                "{\"id\":\"" + id() + "\",\"object\":\"event\",\"type\":\"a.b\",\"data\":{\"object\":[1]}}",
                "{\"id\":\"" + id() + "\",\"object\":\"event\",\"type\":\"a.b\",\"api_version\":\"2099-01-01.zebra\","
                        + "\"data\":{\"object\":{\"id\":7,\"object\":\"dragon\",\"payment_intent\":{}}}}")) {
            Deliveries.deliver(body).then().statusCode(200);
            String id = body.substring(7, body.indexOf('"', 8));
            await().until(() -> rows.value("select result from stripe_events where event_id = ?", id)
                    .equals("IGNORED"));
        }
    }

    @Test
    void anEventOfSomebodyElsesPaymentIsTakenAndIgnored() {
        String id = id();
        Deliveries.deliver("{\"id\":\"" + id + "\",\"object\":\"event\",\"type\":\"payment_intent.succeeded\","
                        + "\"data\":{\"object\":{\"id\":\"pi_ofAnother\",\"object\":\"payment_intent\"}}}")
                .then()
                .statusCode(200);
        await().until(() -> new Rows(database)
                .value("select result from stripe_events where event_id = ?", id)
                .equals("FOREIGN_OBJECT"));
    }

    @Test
    void eitherSecretSignsWhileOneIsRolled() {
        byte[] body = event(id(), "a.b").getBytes(StandardCharsets.UTF_8);
        long now = Deliveries.now();
        Deliveries.send(body, Deliveries.header(body, Stripe.OTHER_WEBHOOK_SECRET, now))
                .then()
                .statusCode(200);
        String both = Deliveries.header(body, "whsec_gone", now) + ",v1="
                + Deliveries.signature(body, Stripe.WEBHOOK_SECRET, now);
        Deliveries.send(body, both).then().statusCode(200);
    }

    private static void refused(byte[] body, String header, String code) {
        var answer = Deliveries.send(body, header);
        assertThat(answer.statusCode()).as("header %s", header).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("code")).as("header %s", header).isEqualTo(code);
    }

    private static String id() {
        return "evt_" + UUID.randomUUID().toString().replace("-", "");
    }

    private static String event(String id, String type) {
        return "{\"id\":\"" + id + "\",\"object\":\"event\",\"type\":\"" + type + "\"}";
    }
}
