package dev.quayside.payment.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.param.PaymentIntentCancelParams;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.payment.Leases;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Service;
import dev.quayside.payment.testing.Stripe;
import dev.quayside.payment.testing.Subscriber;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is known of a payment comes from reading it, and an older reading never wins. */
@PaymentServiceTest
class SweeperIT {
    private final UUID order = UUID.randomUUID();

    @Inject
    DataSource database;

    @Inject
    Leases leases;

    @Inject
    PaymentReader reader;

    @Test
    void aPaymentWhoseEventsNeverComeIsFoundByTheWatch() throws StripeException {
        Stripe.losesEvents();
        String intent = Service.opened(order, 1999);
        Stripe.pay(intent, "pm_card_visa");
        Service.awaitStatus(order, "captured");
        await().until(() -> Subscriber.statuses(order).contains("captured"));
        await().until(() -> new Rows(database)
                        .count("select count(*) from scheduled_tasks where task_instance = ?", order.toString())
                == 0);
    }

    @Test
    void aPaymentThatWasCancelledAtTheDashboardIsFoundToo() throws StripeException {
        Stripe.losesEvents();
        String intent = Service.opened(order, 1999);
        Stripe.client()
                .v1()
                .paymentIntents()
                .cancel(intent, PaymentIntentCancelParams.builder().build());
        Service.awaitStatus(order, "canceled");
        assertThat(Service.ledger(order, "canceled")).isEqualTo(1);
        Service.open(order, 1999).then().statusCode(409).body("code", equalTo("payment_closed"));
    }

    @Test
    void aStripeThatDoesNotAnswerLeavesTheStoredStateWithoutASecret() {
        Service.opened(order, 1999);
        Stripe.fault("outage", "*", "*", false, 1000);
        Service.get(order)
                .then()
                .statusCode(200)
                .body("data.status", equalTo("open"))
                .body("data.paymentIntentId", notNullValue())
                .body("data.clientSecret", nullValue());
    }

    @Test
    void oneReaderHasTheLeaseAndLosesItWhenItRunsOut() {
        Service.opened(order, 1999);
        Rows rows = new Rows(database);
        rows.run("delete from scheduled_tasks where task_instance = ?", order.toString());
        UUID first =
                await().until(() -> leases.take(order), Optional::isPresent).orElseThrow();
        assertThat(leases.take(order)).isEmpty();
        rows.run("update payments set lease_until = now() - interval '1 second' where order_id = ?", order);
        UUID second = leases.take(order).orElseThrow();
        assertThat(ends(first)).isFalse();
        assertThat(ends(second)).isTrue();
        assertThat(leases.take(order)).isPresent();
    }

    @Test
    void aReadingThatLostItsLeaseIsNotWritten() throws Exception {
        Stripe.losesEvents();
        String intent = Service.opened(order, 1999);
        Rows rows = new Rows(database);
        rows.run("delete from scheduled_tasks where task_instance = ?", order.toString());
        // The first reading sees a payment that nobody has tried to pay, and brings the news late.
        Stripe.slowAnswer("GET", "/v1/payment_intents/" + intent, 3000);
        int before = Stripe.requests("GET", "/v1/payment_intents/" + intent).size();
        CompletableFuture<Reading> late = CompletableFuture.supplyAsync(() -> reader.read(order, Patience.WORKER));
        await().until(() ->
                Stripe.requests("GET", "/v1/payment_intents/" + intent).size() > before);
        declined(intent);
        rows.run("update payments set lease_until = now() - interval '1 second' where order_id = ?", order);
        assertThat(reader.read(order, Patience.WORKER).result()).isEqualTo(Reading.Result.APPLIED);
        assertThat(late.get(20, TimeUnit.SECONDS).result()).isEqualTo(Reading.Result.BUSY);
        assertThat(rows.value("select error_code || version from payments where order_id = ?", order))
                .isEqualTo("card_declined3");
    }

    private static void declined(String intent) throws StripeException {
        try {
            Stripe.pay(intent, "pm_card_visa_chargeDeclined");
        } catch (CardException expected) {
            assertThat(expected.getCode()).isEqualTo("card_declined");
        }
    }

    private boolean ends(UUID owner) {
        return QuarkusTransaction.requiringNew().call(() -> leases.end(order, owner));
    }
}
