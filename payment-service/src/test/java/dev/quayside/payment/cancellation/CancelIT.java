package dev.quayside.payment.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.stripe.exception.StripeException;
import dev.quayside.kit.testing.Matrix;
import dev.quayside.kit.testing.Together;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Service;
import dev.quayside.payment.testing.Stripe;
import dev.quayside.payment.testing.Subscriber;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

@PaymentServiceTest
class CancelIT {
    private static final int ROUNDS = Boolean.getBoolean("quayside.soak") ? 20 : 2;
    private final UUID order = UUID.randomUUID();

    @Inject
    DataSource database;

    @Test
    void theCancelOfAnUnknownOrderLeavesATombstone() {
        for (int i = 0; i < 2; i++) {
            Service.cancel(order)
                    .then()
                    .statusCode(200)
                    .body("data.status", equalTo("canceled"))
                    .body("data.amount", equalTo(0));
        }
        Service.open(order, 1999).then().statusCode(409).body("code", equalTo("payment_closed"));
        Service.get(order).then().statusCode(200).body("data.status", equalTo("canceled"));
        assertThat(Stripe.intentsOf(order)).isEmpty();
    }

    @Test
    void anOpenPaymentIsCancelledAtStripeAndPublished() {
        String intent = Service.opened(order, 1999);
        Service.cancel(order)
                .then()
                .statusCode(200)
                .body("data.status", equalTo("canceled"))
                .body("data.clientSecret", nullValue());
        assertThat(Stripe.intent(intent).getStatus()).isEqualTo("canceled");
        Service.open(order, 1999).then().statusCode(409);
        Service.get(order).then().body("data.clientSecret", nullValue());
        await().until(() -> Subscriber.statuses(order).contains("canceled"));
        assertThat(Service.ledger(order, "canceled")).isEqualTo(1);
    }

    @Test
    void aPaidPaymentStaysCapturedEvenWhenNobodyKnewYet() throws StripeException {
        Stripe.losesEvents();
        String intent = Service.opened(order, 1999);
        Stripe.pay(intent, "pm_card_visa");
        Service.cancel(order).then().statusCode(200).body("data.status", equalTo("captured"));
        Service.cancel(order).then().statusCode(200).body("data.captured", equalTo(1999));
    }

    @ParameterizedTest
    @Matrix(
            always = {"reset,true", "lock_timeout_429,false"},
            soak = {
                "stored_500,true",
                "hang,true",
                "hang,false",
                "stored_500,false",
                "empty_200,true",
                "cut_reply,true",
                "html_502,false"
            })
    void aLostAnswerEndsInACancelledPayment(String kind, boolean afterEffect) {
        Stripe.losesEvents();
        String intent = Service.opened(order, 1999);
        Stripe.fault(kind, "POST", "/v1/payment_intents/*/cancel", afterEffect, 1);
        assertThat(Service.cancel(order).statusCode()).isIn(200, 202);
        Service.get(order).then().body("data.clientSecret", nullValue());
        Service.awaitStatus(order, "canceled");
        assertThat(Stripe.intent(intent).getStatus()).isEqualTo("canceled");
        await().until(this::nothingUnsettled);
    }

    @ParameterizedTest
    @Matrix(
            always = "stored_500,true",
            soak = {"hang,true", "hang,false", "reset,true"})
    void aCancelWhileTheOpeningIsUnknownFreesAtOnceAndLeavesNothingOpen(String kind, boolean afterEffect) {
        Stripe.losesEvents();
        // While the shopper waits, the step must not learn the outcome, neither by sending again nor by Stripe's lists.
        Stripe.fault(kind, "POST", "/v1/payment_intents", afterEffect, kind.equals("hang") ? 100 : 1);
        Stripe.fault("outage", "GET", "/v1/payment_intents*", false, 100);
        Service.open(order, 1999).then().statusCode(200).body("data.status", equalTo("pending"));
        Service.cancel(order).then().statusCode(200).body("data.status", equalTo("canceled"));
        Stripe.reachable();
        await().atMost(Duration.ofSeconds(60)).until(this::nothingUnsettled);
        assertThat(Stripe.intentsOf(order))
                .hasSizeLessThanOrEqualTo(1)
                .allSatisfy(intent -> assertThat(intent.getStatus()).isEqualTo("canceled"));
        Service.get(order).then().body("data.status", equalTo("canceled")).body("data.clientSecret", nullValue());
    }

    @Test
    void payingAndCancellingAtOnceEndsAsStripeSays() {
        for (int round = 0; round < ROUNDS; round++) {
            UUID raced = UUID.randomUUID();
            String intent = Service.opened(raced, 1999);
            Together.run(List.of(() -> paid(intent), () -> Service.cancel(raced).statusCode() == 200));
            await().until(() -> Service.cancel(raced).statusCode() == 200);
            String status = Service.cancel(raced).path("data.status");
            String atStripe = Stripe.intent(intent).getStatus();
            assertThat(status).isEqualTo(atStripe.equals("succeeded") ? "captured" : "canceled");
            await().until(() -> Subscriber.statuses(raced).contains(status));
            assertThat(Service.ledger(raced, "captured") + Service.ledger(raced, "canceled"))
                    .isEqualTo(1);
        }
    }

    @Test
    void noSecretLeavesOnceACancelWasAnswered() {
        for (int round = 0; round < ROUNDS; round++) {
            UUID raced = UUID.randomUUID();
            Service.opened(raced, 1999);
            Together.run(List.of(
                    () -> Service.cancel(raced).statusCode(),
                    () -> Service.get(raced).statusCode(),
                    () -> Service.get(raced).statusCode()));
            Service.get(raced).then().statusCode(200).body("data.clientSecret", nullValue());
        }
    }

    private static boolean paid(String intent) {
        try {
            Stripe.pay(intent, "pm_card_visa");
            return true;
        } catch (StripeException cancelled) {
            return false;
        }
    }

    private boolean nothingUnsettled() {
        return new Rows(database)
                        .count(
                                "select count(*) from payment_operations where order_id = ? and state = 'UNSETTLED'",
                                order)
                == 0;
    }
}
