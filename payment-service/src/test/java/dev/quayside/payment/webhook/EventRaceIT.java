package dev.quayside.payment.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.stripe.exception.StripeException;
import dev.quayside.kit.testing.Together;
import dev.quayside.payment.testing.Deliveries;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Service;
import dev.quayside.payment.testing.Stripe;
import dev.quayside.payment.testing.Subscriber;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event may come many times, at once, in any order and too early: it has one effect. */
@PaymentServiceTest
class EventRaceIT {
    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    private Rows rows;

    @BeforeEach
    void rows() {
        rows = new Rows(database);
    }

    @Test
    void everyEventFiveTimesAtOnceHasOneEffect() throws Exception {
        UUID order = UUID.randomUUID();
        List<String> events = paidWithoutEvents(order);
        for (String event : events) {
            List<Integer> answers =
                    Together.times(5, () -> Deliveries.deliver(event).statusCode());
            assertThat(answers).containsOnly(200);
        }
        oneEffect(order, events);
    }

    @Test
    void allEventsFiveTimesAtOnceHaveOneEffect() throws Exception {
        UUID order = UUID.randomUUID();
        List<String> events = paidWithoutEvents(order);
        List<Callable<Integer>> deliveries = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            events.forEach(
                    event -> deliveries.add(() -> Deliveries.deliver(event).statusCode()));
        }
        assertThat(Together.run(deliveries)).containsOnly(200);
        oneEffect(order, events);
    }

    @Test
    void everyOrderOfTheEventsEndsTheSame() throws Exception {
        List<List<Integer>> orders = permutations(List.of(0, 1, 2));
        // In every build two of them; the last is the reverse of how they happened.
        List<List<Integer>> some = Boolean.getBoolean("quayside.soak") ? orders : orders.subList(4, 6);
        for (List<Integer> sequence : some) {
            UUID order = UUID.randomUUID();
            List<String> events = paidWithoutEvents(order);
            assertThat(events).hasSizeGreaterThanOrEqualTo(3);
            for (int position : sequence) {
                Deliveries.deliver(events.get(position)).then().statusCode(200);
                Deliveries.deliver(events.get(position)).then().statusCode(200);
            }
            oneEffect(order, sequence.stream().map(events::get).toList());
        }
    }

    @Test
    void anEventBeforeTheCreatingCallHasReturnedIsTheSamePayment() {
        UUID order = UUID.randomUUID();
        Stripe.webhooks(Map.of("beforeReply", true, "repeat", 5));
        Stripe.delay("POST", "/v1/payment_intents", 1000);
        Service.open(order, 1999).then().statusCode(200);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Service.get(order).path("data.status").equals("open"));
        assertThat(Stripe.intentsOf(order)).hasSize(1);
        assertThat(rows.value("select version from payments where order_id = ?", order))
                .isEqualTo("2");
    }

    @Test
    void anEventFindsThePaymentWhoseCreatingCallNeverReturned() {
        UUID order = UUID.randomUUID();
        Stripe.fault("hang", "POST", "/v1/payment_intents", true, 1);
        Service.open(order, 1999).then().statusCode(200);
        Service.awaitStatus(order, "open");
        Service.get(order).then().body("data.clientSecret", equalTo(secretOf(order)));
        assertThat(Stripe.intentsOf(order)).hasSize(1);
    }

    private static String secretOf(UUID order) {
        return Stripe.intentsOf(order).get(0).getClientSecret();
    }

    /** A payment that was paid at Stripe, of which nobody has told the service; its events are the answer, oldest first. */
    private List<String> paidWithoutEvents(UUID order) throws StripeException, IOException {
        Stripe.losesEvents();
        String intent = Service.opened(order, 1999);
        // The watch must not find it first.
        rows.run(
                "delete from scheduled_tasks where task_name = 'watch-payment' and task_instance = ?",
                order.toString());
        Stripe.pay(intent, "pm_card_visa");
        List<String> events = new ArrayList<>();
        for (JsonNode event : Stripe.events(json)) {
            if (event.toString().contains("\"" + intent + "\"")) {
                events.add(0, event.toString());
            }
        }
        return events;
    }

    private void oneEffect(UUID order, List<String> events) throws IOException {
        Service.awaitStatus(order, "captured");
        for (String event : events) {
            String id = json.readTree(event).path("id").textValue();
            await().until(() -> rows.value("select result from stripe_events where event_id = ?", id)
                    .equals("APPLIED"));
            assertThat(rows.count("select count(*) from stripe_events where event_id = ?", id))
                    .isEqualTo(1);
        }
        assertThat(Service.ledger(order, "captured")).isEqualTo(1);
        assertThat(Service.ledger(order, "authorised")).isEqualTo(1);
        assertThat(rows.value("select captured || '/' || version from payments where order_id = ?", order))
                .isEqualTo("1999/3");
        await().until(() -> Subscriber.statuses(order).contains("captured"));
        assertThat(Subscriber.told(order).stream()
                        .filter(state -> state.getString("status").equals("captured"))
                        .map(state -> state.getLong("captured") + "/" + state.getLong("version"))
                        .distinct())
                .containsExactly("1999/3");
    }

    private static List<List<Integer>> permutations(List<Integer> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (Integer first : of) {
            List<Integer> rest = of.stream().filter(one -> !one.equals(first)).toList();
            permutations(rest).forEach(tail -> {
                List<Integer> one = new ArrayList<>(List.of(first));
                one.addAll(tail);
                all.add(one);
            });
        }
        return all;
    }
}
