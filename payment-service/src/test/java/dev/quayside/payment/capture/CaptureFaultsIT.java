package dev.quayside.payment.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.stripe.exception.StripeException;
import dev.quayside.kit.testing.Together;
import dev.quayside.payment.operation.OperationView;
import dev.quayside.payment.operation.Operations;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Service;
import dev.quayside.payment.testing.Stripe;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Captures whose answer is lost, or that Stripe refuses. */
@PaymentServiceTest
class CaptureFaultsIT {
    /** Kind of fault, and whether it comes after the effect. They go wrong at once, each for a payment of its own. */
    private static final List<String> SHORT = List.of(
            "reset true", "hang false", "stored_500 true", "stored_500 false", "html_502 true", "rate_limit_429 false");

    private static final List<String> LONG = List.of(
            "hang true",
            "cut_reply true",
            "empty_200 true",
            "empty_503 false",
            "html_502 false",
            "lock_timeout_429 false",
            "conflict_409_in_use false");

    private final UUID order = UUID.randomUUID();

    @Inject
    DataSource database;

    @Inject
    Captures captures;

    @Inject
    Operations operations;

    @Test
    void aLostAnswerEndsInOneCapture() throws StripeException {
        Map<UUID, String> payments = new LinkedHashMap<>();
        for (String fault : faults()) {
            UUID one = UUID.randomUUID();
            String intent = Service.authorized(one, 1999);
            payments.put(one, intent);
            String[] parts = fault.split(" ", -1);
            Stripe.fault(parts[0], "POST", capturePath(intent), Boolean.parseBoolean(parts[1]), 1);
        }
        Stripe.losesEvents();
        List<Callable<Integer>> calls = new ArrayList<>();
        payments.keySet()
                .forEach(one -> calls.add(() -> Service.capture(one, 1500).statusCode()));
        assertThat(Together.run(calls)).isSubsetOf(200, 202);
        payments.forEach((one, intent) -> {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> Service.capture(one, 1500).statusCode() == 200);
            settled(one);
            assertThat(Stripe.intent(intent).getAmountReceived()).isEqualTo(1500);
            await().untilAsserted(() -> assertThat(Service.book(one))
                    .containsExactly("authorised 1999", "captured 1500", "fee 74", "released 499"));
        });
    }

    @Test
    void aCancelWaitsForACaptureThatWasFirst() throws StripeException {
        Stripe.losesEvents();
        String intent = Service.authorized(order, 1999);
        Stripe.fault("outage", "*", "/v1/payment_intents/" + intent + "*", false, 1000);
        Service.capture(order, 1500).then().statusCode(202).body("data.status", equalTo("authorized"));
        Service.capture(order, 1400).then().statusCode(409).body("code", equalTo("capture_mismatch"));
        Service.cancel(order).then().statusCode(202).body("data.status", equalTo("authorized"));
        Service.capture(order, 1500).then().statusCode(202);
        Stripe.reachable();
        Service.awaitStatus(order, "captured");
        Service.cancel(order).then().statusCode(200).body("data.captured", equalTo(1500));
        settled(order);
        assertThat(count("CANCEL")).isZero();
    }

    @Test
    void aCancelThatWasFirstKeepsACaptureOut() throws StripeException {
        Stripe.losesEvents();
        String intent = Service.authorized(order, 1999);
        Stripe.fault("outage", "*", "/v1/payment_intents/" + intent + "*", false, 1000);
        Service.cancel(order).then().statusCode(202).body("data.status", equalTo("authorized"));
        Service.capture(order, 1500).then().statusCode(409).body("code", equalTo("payment_closed"));
        Stripe.reachable();
        Service.awaitStatus(order, "canceled");
        settled(order);
        assertThat(count("CAPTURE")).isZero();
    }

    @Test
    void aCaptureThatStripeRefusesLeavesTheGrantAndCanBeAskedForAgain() throws StripeException {
        String intent = Service.authorized(order, 1999);
        DeadCapture.seed(new Rows(database), order, intent, 5000, 0);
        Service.capture(order, 1500).then().statusCode(409).body("code", equalTo("capture_refused"));
        Service.get(order).then().body("data.status", equalTo("authorized"));
        settled(order);
        Service.capture(order, 1999).then().statusCode(200).body("data.captured", equalTo(1999));
    }

    @Test
    void aCancelGoesOnWhenTheCaptureIsRefused() throws StripeException {
        String intent = Service.authorized(order, 1999);
        DeadCapture.seed(new Rows(database), order, intent, 5000, 0);
        Service.cancel(order).then().statusCode(202).body("data.status", equalTo("authorized"));
        Service.capture(order, 1500).then().statusCode(409);
        Service.awaitStatus(order, "canceled");
        assertThat(Stripe.intent(intent).getStatus()).isEqualTo("canceled");
        settled(order);
    }

    @Test
    void aRefusalThatCannotBeCheckedIsNotBelieved() throws StripeException {
        Stripe.losesEvents();
        String intent = Service.authorized(order, 1999);
        Stripe.fault("outage", "GET", "/v1/payment_intents/" + intent, false, 1000);
        DeadCapture.seed(new Rows(database), order, intent, 5000, 1);
        // Refused, and the payment cannot be read: nothing is concluded.
        Service.capture(order, 1500).then().statusCode(202).body("data.status", equalTo("authorized"));
        Stripe.reachable();
        Service.capture(order, 1500).then().statusCode(409).body("code", equalTo("capture_refused"));
    }

    @Test
    void aRefusalThatComesLateDoesNotTakeBackTheNextCapture() throws StripeException {
        Stripe.losesEvents();
        String intent = Service.authorized(order, 1999);
        UUID first =
                DeadCapture.seed(new Rows(database), order, intent, 5000, 0).operationId();
        OperationView refused = operations.find(first).orElseThrow();
        captures.refuse(refused, "refused");
        Stripe.fault("outage", "*", "/v1/payment_intents/" + intent + "*", false, 1000);
        Service.capture(order, 1000).then().statusCode(202);
        captures.refuse(refused, "refused");
        Service.capture(order, 1001).then().statusCode(409).body("code", equalTo("capture_mismatch"));
        Stripe.reachable();
        Service.awaitStatus(order, "captured");
        settled(order);
    }

    private static String capturePath(String intent) {
        return "/v1/payment_intents/" + intent + "/capture";
    }

    private long count(String kind) {
        return new Rows(database)
                .count("select count(*) from payment_operations where order_id = ? and kind = ?", order, kind);
    }

    private static List<String> faults() {
        return Boolean.getBoolean("quayside.soak")
                ? Stream.concat(SHORT.stream(), LONG.stream()).toList()
                : SHORT;
    }

    private void settled(UUID one) {
        await().until(() -> new Rows(database)
                        .count(
                                "select count(*) from payment_operations where order_id = ? and state = 'UNSETTLED'",
                                one)
                == 0);
    }
}
