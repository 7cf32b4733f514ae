package dev.quayside.payment.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.stripe.model.PaymentIntent;
import dev.quayside.kit.testing.Matrix;
import dev.quayside.kit.testing.Together;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Service;
import dev.quayside.payment.testing.Stripe;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Whatever becomes of the creating call, an order ends with one PaymentIntent that can be paid. */
@PaymentServiceTest
class OpenUnknownIT {
    private static final String CREATE = "/v1/payment_intents";

    private final UUID order = UUID.randomUUID();

    @Inject
    DataSource database;

    @ParameterizedTest
    @Matrix(
            always = {"reset,true", "stored_500,true"},
            soak = {
                "hang,true",
                "conflict_409_in_use,false",
                "reset,false",
                "empty_200,true",
                "cut_reply,true",
                "empty_503,true",
                "empty_503,false",
                "hang,false",
                "stored_500,false",
                "html_502,true",
                "html_502,false",
                "rate_limit_429,false",
                "lock_timeout_429,false"
            })
    void aLostAnswerEndsInOnePaymentIntent(String kind, boolean afterEffect) {
        Stripe.losesEvents();
        Stripe.fault(kind, "POST", CREATE, afterEffect, 1);
        Service.open(order, 1999).then().statusCode(200);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> "open".equals(Service.admin(order).getString("data.payment.status")));
        Service.get(order).then().body("data.clientSecret", startsWith("pi_"));
        List<PaymentIntent> made = Stripe.intentsOf(order);
        assertThat(made).hasSize(1);
        assertThat(unsettled()).isZero();
    }

    @Test
    void anUnansweredOpeningIsPendingWithoutASecret() {
        Stripe.losesEvents();
        Stripe.fault("hang", "POST", CREATE, false, 2);
        Service.open(order, 1999)
                .then()
                .statusCode(200)
                .body("data.status", equalTo("pending"))
                .body("data.clientSecret", equalTo(null))
                .body("data.version", equalTo(1));
    }

    @Test
    void manyOpeningsAtOnceMakeOnePaymentIntent() {
        List<String> secrets = Together.times(8, () -> {
            var answer = Service.open(order, 1999);
            assertThat(answer.statusCode()).isEqualTo(200);
            String secret = answer.path("data.clientSecret");
            return secret == null ? "" : secret;
        });
        assertThat(secrets.stream().filter(secret -> !secret.isEmpty()).distinct())
                .hasSize(1);
        assertThat(Stripe.intentsOf(order)).hasSize(1);
        assertThat(new Rows(database).count("select count(*) from payment_operations where order_id = ?", order))
                .isEqualTo(1);
    }

    private long unsettled() {
        return new Rows(database)
                .count("select count(*) from payment_operations where order_id = ? and state = 'UNSETTLED'", order);
    }
}
