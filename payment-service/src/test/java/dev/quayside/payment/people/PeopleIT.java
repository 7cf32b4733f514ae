package dev.quayside.payment.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.quayside.kit.testing.Tokens;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Stripe;
import dev.quayside.payment.testing.Wallet;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@PaymentServiceTest
class PeopleIT {
    private final Wallet wallet = Wallet.ofSomebody();

    @Inject
    DataSource database;

    @Test
    void allSavedCardsAreExported() {
        String card = wallet.known("pm_card_visa");
        export(wallet.customer()).then().statusCode(200).body("data.paymentMethods.id", contains(card));
    }

    @Test
    void anErasedCustomersCardsAreGoneHereAndDetachedAtStripe() {
        String visa = wallet.known("pm_card_visa");
        String other = wallet.known("pm_card_mastercard");
        erase(wallet.customer()).then().statusCode(200).body("data.paymentMethods", equalTo(2));
        assertThat(wallet.methods()).isEmpty();
        assertThat(new Rows(database)
                        .value(
                                "select string_agg(c::text, ' ') from saved_cards c where customer_id = ?",
                                wallet.customer()))
                .doesNotContain("4242", "visa", "2034");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Stripe.method(visa).getCustomer() == null
                        && Stripe.method(other).getCustomer() == null);
        erase(wallet.customer()).then().statusCode(200).body("data.paymentMethods", equalTo(0));
    }

    @Test
    void whoIsNotKnownHasNothing() {
        erase(UUID.randomUUID()).then().statusCode(200).body("data.paymentMethods", equalTo(0));
        export(UUID.randomUUID()).then().statusCode(200).body("data.paymentMethods", hasSize(0));
    }

    private static Response erase(UUID customer) {
        return given().auth()
                .oauth2(Tokens.service("people:write"))
                .post("/internal/v1/people/" + customer + "/erasure");
    }

    private static Response export(UUID customer) {
        return given().auth().oauth2(Tokens.service("people:write")).get("/internal/v1/people/" + customer + "/export");
    }
}
