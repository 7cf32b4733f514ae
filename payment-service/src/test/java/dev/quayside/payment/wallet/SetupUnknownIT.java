package dev.quayside.payment.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.startsWith;

import dev.quayside.kit.testing.Matrix;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Stripe;
import dev.quayside.payment.testing.Wallet;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;

/** Whatever becomes of the creating calls, a customer ends with one object at Stripe and one setup. */
@PaymentServiceTest
class SetupUnknownIT {
    private final Wallet wallet = Wallet.ofSomebody();
    private final String key = UUID.randomUUID().toString();

    @Inject
    DataSource database;

    @ParameterizedTest
    @Matrix(
            always = "reset,true",
            soak = {
                "stored_500,false",
                "empty_200,true",
                "reset,false",
                "stored_500,true",
                "lock_timeout_429,false",
                "cut_reply,true",
                "empty_503,true",
                "empty_503,false",
                "html_502,true",
                "conflict_409_in_use,false",
                "rate_limit_429,false"
            })
    void aLostAnswerAboutTheCustomerEndsInOne(String kind, boolean afterEffect) {
        endsInOne(kind, "/v1/customers", afterEffect);
    }

    @ParameterizedTest
    @Matrix(
            always = "stored_500,true",
            soak = {
                "reset,true",
                "stored_500,false",
                "rate_limit_429,false",
                "cut_reply,true",
                "empty_200,true",
                "empty_503,true",
                "html_502,true",
                "conflict_409_in_use,false"
            })
    void aLostAnswerAboutTheSetupEndsInOne(String kind, boolean afterEffect) {
        endsInOne(kind, "/v1/setup_intents", afterEffect);
    }

    private void endsInOne(String kind, String path, boolean afterEffect) {
        Stripe.losesEvents();
        Stripe.fault(kind, "POST", path, afterEffect, 1);
        wallet.setup(key);
        await().atMost(Duration.ofSeconds(15)).until(() -> wallet.setup(key).statusCode() == 201);
        wallet.setup(key).then().statusCode(201).body("data.clientSecret", startsWith("seti_"));
        assertThat(Stripe.customersOf(wallet.customer())).hasSize(1);
        assertThat(Stripe.setupsOf(wallet.customer())).hasSize(1);
        await().until(() -> unsettled() == 0);
    }

    private long unsettled() {
        return new Rows(database)
                .count(
                        "select count(*) from payment_operations where params like ? and state = 'UNSETTLED'",
                        "%" + wallet.customer() + "%");
    }
}
