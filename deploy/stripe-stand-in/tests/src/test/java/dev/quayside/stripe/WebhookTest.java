package dev.quayside.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.WebhookEndpoint;
import com.stripe.param.EventListParams;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.WebhookEndpointCreateParams.EnabledEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookTest {
    private static final String SECRET = "whsec_test";

    private Receiver receiver;
    private Fixtures shop;

    @BeforeEach
    void start() {
        receiver = new Receiver();
        shop = new Fixtures(Fixtures.settings().tellingEventsTo(receiver.url(), SECRET));
    }

    @AfterEach
    void stop() {
        shop.close();
        receiver.close();
    }

    private void plan(String body) {
        shop.control("POST", "/webhooks", body);
    }

    private PaymentIntent open() throws StripeException {
        return shop.stripe.v1().paymentIntents().create(Fixtures.order(1999).build());
    }

    private void awaitDeliveries(int count) {
        await().atMost(Fixtures.SOON).until(() -> receiver.deliveries.size() >= count);
    }

    @Test
    void paymentIsToldInSignedEvents() throws Exception {
        PaymentIntent paid = shop.pay("pm_card_visa", 1999);
        awaitDeliveries(4);

        assertThat(receiver.types())
                .containsExactlyInAnyOrder(
                        "payment_intent.created", "charge.succeeded", "payment_intent.succeeded", "charge.updated");
        for (Receiver.Delivery delivery : receiver.deliveries) {
            Event event = delivery.verified(SECRET);
            assertThat(event.getApiVersion()).isEqualTo("2026-07-29.dahlia");
            assertThat(event.getDataObjectDeserializer().getObject()).isPresent();
            if (!event.getType().equals("charge.updated")) {
                assertThat(event.getRequest().getId())
                        .isEqualTo(paid.getLastResponse().requestId());
                assertThat(event.getRequest().getIdempotencyKey()).isNotEmpty();
            }
        }
    }

    @Test
    void failedDeliveryIsRepeatedThreeTimesWithNewSignatures() throws Exception {
        receiver.status = 500;
        open();
        awaitDeliveries(4);
        Event event = receiver.deliveries.get(3).verified(SECRET);

        await().during(Duration.ofMillis(400)).until(() -> receiver.deliveries.size() == 4);
        assertThat(undelivered()).extracting(Event::getId).containsExactly(event.getId());
    }

    private List<Event> undelivered() throws StripeException {
        return shop.stripe
                .v1()
                .events()
                .list(EventListParams.builder().setDeliverySuccess(false).build())
                .getData();
    }

    @Test
    void endpointThatRecoversGetsTheEvent() throws StripeException {
        receiver.status = 503;
        open();
        awaitDeliveries(1);
        receiver.status = 200;

        await().until(() -> undelivered().isEmpty());
    }

    @Test
    void endpointGetsOnlyTheTypesItAskedForAndItsOwnVersion() throws Exception {
        try (Receiver other = new Receiver()) {
            WebhookEndpoint endpoint = shop.stripe
                    .v1()
                    .webhookEndpoints()
                    .create(WebhookEndpointCreateParams.builder()
                            .setUrl(other.url().toString())
                            .addEnabledEvent(EnabledEvent.PAYMENT_INTENT__SUCCEEDED)
                            .setApiVersion(WebhookEndpointCreateParams.ApiVersion.VERSION_2026_07_29_DAHLIA)
                            .build());
            assertThat(endpoint.getSecret()).startsWith("whsec_");
            assertThat(shop.stripe
                            .v1()
                            .webhookEndpoints()
                            .retrieve(endpoint.getId())
                            .getSecret())
                    .isNull();

            shop.pay("pm_card_visa", 1999);
            awaitDeliveries(4);
            await().until(() -> other.deliveries.size() == 1);

            assertThat(other.deliveries.get(0).verified(endpoint.getSecret()).getType())
                    .isEqualTo("payment_intent.succeeded");
        }
    }

    @Test
    void rolledSecretAndItsSuccessorBothVerify() throws Exception {
        String endpoint =
                shop.stripe.v1().webhookEndpoints().list().getData().get(0).getId();
        String next = shop.control("POST", "/webhook_endpoints/" + endpoint + "/roll", "{\"expireInSeconds\":3600}")
                .path("secret")
                .asText();

        open();
        awaitDeliveries(1);

        assertThat(receiver.deliveries.get(0).verified(SECRET).getId()).startsWith("evt_");
        assertThat(receiver.deliveries.get(0).verified(next).getId()).startsWith("evt_");
    }

    @Test
    void heldEventsGoOutInTheOrderAskedFor() throws StripeException {
        plan("{\"hold\":true}");
        shop.pay("pm_card_visa", 1999);
        await().until(() -> shop.control("GET", "/webhooks", "").path("held").asInt() == 4);
        assertThat(receiver.deliveries).isEmpty();

        shop.control("POST", "/webhooks/release", "{\"order\":\"reverse\"}");

        assertThat(receiver.types())
                .containsExactly(
                        "charge.updated", "payment_intent.succeeded", "charge.succeeded", "payment_intent.created");
    }

    @Test
    void droppedEventNeverComesButIsListed() throws StripeException {
        plan("{\"dropTypes\":[\"payment_intent.succeeded\"]}");
        shop.pay("pm_card_visa", 1999);
        awaitDeliveries(3);

        assertThat(receiver.types()).doesNotContain("payment_intent.succeeded");
        await().until(() -> undelivered().size() == 1);
        assertThat(undelivered().get(0).getType()).isEqualTo("payment_intent.succeeded");
    }

    @Test
    void eventsCanBeRepeated() throws StripeException {
        plan("{\"repeat\":3}");
        open();

        await().until(() -> receiver.deliveries.size() == 3);
    }

    @Test
    void webhookCanArriveBeforeTheCallReturns() throws StripeException {
        plan("{\"beforeReply\":true}");

        open();

        assertThat(receiver.deliveries).hasSize(1);
    }

    @Test
    void eventIsDeliveredNowManyTimesAtOnce() throws StripeException {
        open();
        awaitDeliveries(1);
        String event = shop.stripe.v1().events().list().getData().get(0).getId();

        int attempts = shop.control("POST", "/events/" + event + "/deliver", "{\"times\":5}")
                .path("attempts")
                .size();

        assertThat(attempts).isEqualTo(5);
        assertThat(receiver.deliveries).hasSize(6);
    }

    @Test
    void eventsCanClaimAnotherVersion() throws Exception {
        plan("{\"apiVersion\":\"2026-10-28.endive\"}");
        open();
        awaitDeliveries(1);

        Event event = receiver.deliveries.get(0).verified(SECRET);
        assertThat(event.getApiVersion()).isEqualTo("2026-10-28.endive");
        assertThat(event.getDataObjectDeserializer().getObject()).isEmpty();
    }
}
