package dev.quayside.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import dev.quayside.kit.testing.Matrix;
import dev.quayside.kit.testing.Together;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Service;
import dev.quayside.payment.testing.Stripe;
import dev.quayside.payment.testing.Subscriber;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

@PaymentServiceTest
class RefundIT {
    private final UUID order = UUID.randomUUID();
    private final UUID refund = UUID.randomUUID();

    @Inject
    DataSource database;

    @Test
    void aRefundGivesTheMoneyBackOnceAndIsPublished() throws StripeException {
        String intent = Service.captured(order, 1000);
        for (int i = 0; i < 2; i++) {
            Service.refund(order, refund, 400)
                    .then()
                    .statusCode(200)
                    .body("data.status", equalTo("succeeded"))
                    .body("data.amount", equalTo(400))
                    .body("data.orderId", equalTo(order.toString()));
        }
        assertThat(Stripe.refundsOf(intent)).hasSize(1);
        Service.get(order)
                .then()
                .body("data.refunded", equalTo(400))
                .body("data.refundStatus", equalTo("succeeded"))
                .body("data.status", equalTo("captured"));
        await().until(() -> Subscriber.told(order).stream().anyMatch(state -> state.getLong("refunded") == 400));
        assertThat(Service.ledger(order, "refund_requested")).isEqualTo(1);
        assertThat(Service.ledger(order, "refunded")).isEqualTo(1);
    }

    @Test
    void refundsAtOnceNeverExceedWhatWasCaptured() throws StripeException {
        String intent = Service.captured(order, 1000);
        List<Callable<Integer>> calls = IntStream.range(0, 10)
                .<Callable<Integer>>mapToObj(
                        i -> () -> Service.refund(order, UUID.randomUUID(), 300).statusCode())
                .toList();
        List<Integer> answers = Together.run(calls);
        assertThat(answers).isSubsetOf(200, 202, 409);
        assertThat(answers.stream().filter(status -> status == 409)).hasSize(7);
        await().until(() -> sum(Stripe.refundsOf(intent)) == 900);
        await().until(() -> Service.get(order).<Integer>path("data.refunded") == 900);
        // Had the service not counted, Stripe would have been asked for more.
        assertThat(Stripe.requests("POST", "/v1/refunds").stream()
                        .filter(request -> String.valueOf(request.get("params")).contains(intent))
                        .map(request -> request.get("idempotencyKey"))
                        .distinct())
                .hasSize(3);
    }

    @Test
    void oneRefundAskedForManyTimesAtOnceIsMadeOnce() throws StripeException {
        String intent = Service.captured(order, 1000);
        List<Integer> answers =
                Together.times(8, () -> Service.refund(order, refund, 400).statusCode());
        assertThat(answers).containsAnyOf(200, 202).doesNotContain(409, 500);
        await().until(() -> Service.refund(order, refund, 400).statusCode() == 200);
        assertThat(Stripe.refundsOf(intent)).hasSize(1);
    }

    @ParameterizedTest
    @Matrix(
            always = {"reset,true,400", "stored_500,false,1000"},
            soak = {
                "stored_500,true,400",
                "conflict_409_in_use,false,400",
                "hang,true,400",
                "hang,false,400",
                "cut_reply,true,400",
                "empty_200,true,400",
                "empty_503,false,400",
                "html_502,true,400",
                "rate_limit_429,false,400"
            })
    void aLostAnswerEndsInOneRefund(String kind, boolean afterEffect, int amount) throws StripeException {
        Stripe.losesEvents();
        String intent = Service.captured(order, 1000);
        Stripe.fault(kind, "POST", "/v1/refunds", afterEffect, 1);
        assertThat(Service.refund(order, refund, amount).statusCode()).isIn(200, 202);
        Service.awaitRefundStatus(order, "succeeded");
        assertThat(Stripe.refundsOf(intent)).hasSize(1);
        Service.refund(order, refund, amount).then().statusCode(200).body("data.status", equalTo("succeeded"));
        Service.get(order).then().body("data.refunded", equalTo(amount));
    }

    @Test
    void aPartOfWhichStripeStoresAnErrorIsNeverSentWithASecondKey() throws StripeException {
        Stripe.losesEvents();
        String intent = Service.captured(order, 1000);
        Stripe.fault("stored_500", "POST", "/v1/refunds", false, 1);
        Service.refund(order, refund, 100).then().statusCode(202).body("data.status", equalTo("pending"));
        Rows rows = new Rows(database);
        await().until(() -> rows.count("select attempts from payment_operations where subject = ?", refund) >= 4);
        assertThat(rows.count("select count(*) from payment_operations where subject = ?", refund))
                .isEqualTo(1);
        assertThat(Stripe.refundsOf(intent)).isEmpty();
        rows.run(
                "update payment_operations set first_sent_at = first_sent_at - interval '24 hours' where subject = ?",
                refund);
        Service.awaitRefundStatus(order, "failed");
    }

    @Test
    void moneyThatWasGivenBackElsewhereIsLearned() throws StripeException {
        String intent = Service.captured(order, 1000);
        Stripe.refundElsewhere(intent, 700);
        await().until(() -> Service.get(order).<Integer>path("data.refunded") == 700);
        Service.refund(order, refund, 400).then().statusCode(409).body("code", equalTo("refund_exceeds_captured"));
        Service.refund(order, refund, 300).then().statusCode(200);
        Service.get(order).then().body("data.refunded", equalTo(1000)).body("data.refundStatus", equalTo("succeeded"));
        assertThat(Service.ledger(order, "refunded")).isEqualTo(2);
    }

    @Test
    void aRefundThatStripeRefusesBecauseOfAnotherOneFails() throws StripeException {
        Stripe.losesEvents();
        String intent = Service.captured(order, 1000);
        Stripe.refundElsewhere(intent, 700);
        Service.refund(order, refund, 400).then().statusCode(200).body("data.status", equalTo("failed"));
        Service.get(order).then().body("data.refunded", equalTo(700)).body("data.refundStatus", equalTo("failed"));
        Stripe.refundElsewhere(intent, 300);
        UUID next = UUID.randomUUID();
        Service.refund(order, next, 300).then().statusCode(200).body("data.status", equalTo("failed"));
        Service.get(order).then().body("data.refunded", equalTo(1000)).body("data.refundStatus", equalTo("succeeded"));
    }

    @Test
    void aRefundThatStripeDecidesLaterIsPendingAndThenDone() throws StripeException {
        Service.captured(order, 1000, "pm_card_pendingRefund");
        Service.refund(order, refund, 1000).then().statusCode(202).body("data.status", equalTo("pending"));
        Service.awaitRefundStatus(order, "succeeded");
        Service.get(order).then().body("data.refunded", equalTo(1000));
    }

    @Test
    void aRefundThatFailsLaterTakesTheMoneyBackOut() throws StripeException {
        Service.captured(order, 1000, "pm_card_refundFail");
        Service.refund(order, refund, 1000).then().statusCode(200).body("data.status", equalTo("succeeded"));
        Service.awaitRefundStatus(order, "failed");
        Service.get(order).then().body("data.refunded", equalTo(0)).body("data.refundStatus", equalTo("failed"));
        assertThat(Service.ledger(order, "refund_reversed")).isEqualTo(1);
    }

    @Test
    void whatCannotBeRefundedIsRefused() throws StripeException {
        Service.refund(order, refund, 100).then().statusCode(404).body("code", equalTo("payment_not_found"));
        Service.captured(order, 1000);
        Service.refund(order, refund, 1001).then().statusCode(409).body("code", equalTo("refund_exceeds_captured"));
        Service.refund(order, refund, 0).then().statusCode(422).body("code", equalTo("validation_failed"));
        Service.refund(order, refund, -1).then().statusCode(422);
        Service.refund(order, refund, 600).then().statusCode(200);
        Service.refund(order, refund, 500).then().statusCode(409).body("code", equalTo("refund_mismatch"));
        Service.refund(order, UUID.randomUUID(), 401)
                .then()
                .statusCode(409)
                .body("code", equalTo("refund_exceeds_captured"));
        UUID unpaid = UUID.randomUUID();
        Service.opened(unpaid, 1000);
        Service.refund(unpaid, UUID.randomUUID(), 100)
                .then()
                .statusCode(409)
                .body("code", equalTo("payment_not_captured"));
        Service.refund(unpaid, refund, 600).then().statusCode(409).body("code", equalTo("refund_mismatch"));
    }

    private static long sum(List<Refund> refunds) {
        return refunds.stream().mapToLong(Refund::getAmount).sum();
    }
}
