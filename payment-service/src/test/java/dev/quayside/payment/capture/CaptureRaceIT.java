package dev.quayside.payment.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.stripe.exception.StripeException;
import dev.quayside.kit.testing.Together;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Service;
import dev.quayside.payment.testing.Stripe;
import dev.quayside.payment.testing.Subscriber;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Captures and cancels of one payment at the same moment: the first that is stored wins, and Stripe is never asked for the other. */
@PaymentServiceTest
class CaptureRaceIT {
    private static final int ROUNDS = Boolean.getBoolean("quayside.soak") ? 20 : 2;

    @Inject
    DataSource database;

    private Rows rows;

    @BeforeEach
    void rows() {
        rows = new Rows(database);
    }

    @Test
    void oneCaptureAskedForManyTimesAtOnceIsMadeOnce() throws StripeException {
        UUID order = UUID.randomUUID();
        Service.authorized(order, 1999);
        List<Integer> answers =
                Together.times(8, () -> Service.capture(order, 1500).statusCode());
        assertThat(answers).isSubsetOf(200, 202);
        await().until(() -> Service.capture(order, 1500).statusCode() == 200);
        assertThat(operations(order)).containsExactly("CAPTURE");
        assertThat(Service.ledger(order, "captured")).isEqualTo(1);
    }

    @Test
    void ofManyAmountsAtOnceOneIsCaptured() throws StripeException {
        for (int round = 0; round < ROUNDS; round++) {
            UUID order = UUID.randomUUID();
            String intent = Service.authorized(order, 1999);
            List<Callable<Response>> calls = new ArrayList<>();
            for (long amount = 1001; amount <= 1008; amount++) {
                long wanted = amount;
                calls.add(() -> Service.capture(order, wanted));
            }
            List<Response> answers = Together.run(calls);
            answers.stream()
                    .filter(answer -> answer.statusCode() == 409)
                    .forEach(answer -> answer.then().body("code", equalTo("capture_mismatch")));
            assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                    .hasSize(7);
            Service.awaitStatus(order, "captured");
            assertThat(operations(order)).containsExactly("CAPTURE");
            assertThat(Service.admin(order).getLong("data.payment.captured"))
                    .isEqualTo(Stripe.intent(intent).getAmountReceived());
        }
    }

    @Test
    void aCaptureAndACancelExcludeEachOther() throws StripeException {
        for (int round = 0; round < ROUNDS; round++) {
            UUID order = UUID.randomUUID();
            String intent = Service.authorized(order, 1999);
            List<Callable<Response>> calls = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                calls.add(() -> Service.capture(order, 1999));
                calls.add(() -> Service.cancel(order));
            }
            List<Response> answers = Together.run(calls);
            await().until(() -> Service.cancel(order).statusCode() == 200);
            String end = Service.cancel(order).path("data.status");
            boolean captured = end.equals("captured");
            assertThat(Stripe.intent(intent).getStatus()).isEqualTo(captured ? "succeeded" : "canceled");
            assertThat(operations(order)).containsExactly(captured ? "CAPTURE" : "CANCEL");
            answers.stream()
                    .filter(answer -> answer.statusCode() == 409)
                    .forEach(answer -> answer.then().body("code", equalTo("payment_closed")));
            assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                    .hasSize(captured ? 0 : 4);
            await().until(() -> Subscriber.statuses(order).contains(end));
        }
    }

    /** The kinds of what was stored for Stripe, beside the opening. */
    private List<String> operations(UUID order) {
        return List.of(rows.value(
                        "select string_agg(kind, ' ') from payment_operations where order_id = ? and kind <> 'OPEN'",
                        order)
                .split(" ", -1));
    }
}
