package dev.quayside.payment.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.kit.runtime.Ids;
import dev.quayside.kit.step.DurableSteps;
import dev.quayside.kit.testing.Matrix;
import dev.quayside.payment.gateway.Attempt;
import dev.quayside.payment.gateway.CardGateway;
import dev.quayside.payment.gateway.NewCustomer;
import dev.quayside.payment.gateway.NewSetup;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Stripe;
import dev.quayside.payment.testing.Wallet;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** A process can be killed between any two commits: the rows that it leaves are seeded, the step runs, and the end is the same. */
@PaymentServiceTest
class CardRecoveryIT {
    private final Wallet wallet = Wallet.ofSomebody();
    private final UUID customer = wallet.customer();
    private final UUID operation = Ids.next();
    private final UUID setup = Ids.next();

    @Inject
    DataSource database;

    @Inject
    DurableSteps steps;

    @Inject
    CardGateway gateway;

    private Rows rows;

    @BeforeEach
    void nobodyTells() {
        rows = new Rows(database);
        Stripe.losesEvents();
    }

    /** Killed before the call, after it, and before its answer was stored until Stripe had forgotten the key. */
    @ParameterizedTest
    @Matrix(
            always = "1,true,24 hours",
            soak = {"0,false,0 hours", "1,false,0 hours", "1,true,0 hours"})
    void theMakingOfACustomerIsFinished(int attempts, boolean done, String ago) {
        seedCustomer(attempts, ago);
        if (done) {
            gateway.createCustomer(new NewCustomer(customer, operation), attempt("create_customer"));
        }
        steps.schedule("create-customer", customer);
        settled(customer);
        assertThat(Stripe.customersOf(customer)).hasSize(1);
        assertThat(rows.value("select stripe_customer_id from stripe_customers where customer_id = ?", customer))
                .isEqualTo(Stripe.customersOf(customer).get(0).getId());
        assertThat(rows.value("select attempts from payment_operations where id = ?", operation))
                .isEqualTo(ago.equals("24 hours") ? "1" : String.valueOf(attempts + 1));
    }

    @Test
    void aCustomerWhoWasNeverMadeIsMadeByAnotherOperationOnceTheKeyHasExpired() {
        seedCustomer(1, "24 hours");
        steps.schedule("create-customer", customer);
        await().until(() -> Stripe.customersOf(customer).size() == 1);
        settled(customer);
        assertThat(rows.value("select state from payment_operations where id = ?", operation))
                .isEqualTo("SUPERSEDED");
    }

    @Test
    void aSetupWithoutAnOperationIsOpened() {
        seedCustomer(0, "0 hours");
        seedSetup();
        steps.schedule("open-setup", setup);
        await().until(() -> status().equals("OPEN"));
        assertThat(Stripe.setupsOf(customer)).hasSize(1);
        assertThat(Stripe.customersOf(customer)).hasSize(1);
        settled(setup);
    }

    @ParameterizedTest
    @Matrix(
            always = "1,true",
            soak = {"0,false", "1,false"})
    void aSetupWhoseCallIsUnderWayIsFinished(int attempts, boolean done) {
        wallet.begun();
        NewSetup wanted = new NewSetup(
                customer, operation, Stripe.customersOf(customer).get(0).getId());
        seedSetup();
        String params = "{\"customerId\":\"" + customer + "\",\"operationId\":\"" + operation
                + "\",\"stripeCustomerId\":\"" + wanted.stripeCustomerId() + "\"}";
        seedOperation(setup, "CREATE_SETUP", params, attempts, "0 hours");
        if (done) {
            gateway.openSetup(wanted, attempt("create_setup"));
        }
        steps.schedule("open-setup", setup);
        await().until(() -> status().equals("OPEN"));
        assertThat(Stripe.setupsOf(customer)).hasSize(2);
        settled(setup);
        // Its watch was scheduled with it.
        Stripe.finish(rows.value("select stripe_setup_id from card_setups where id = ?", setup), "pm_card_visa");
        await().until(() -> status().equals("SUCCEEDED"));
        assertThat(wallet.methods()).hasSize(1);
    }

    @Test
    void aSetupThatCouldNotBeOpenedForADayIsGivenUp() {
        wallet.begun();
        seedSetup();
        rows.run("update card_setups set created_at = now() - interval '25 hours' where id = ?", setup);
        Stripe.fault("outage", "POST", "/v1/setup_intents", false, 1000);
        steps.schedule("open-setup", setup);
        await().until(() -> status().equals("GIVEN_UP"));
        settled(setup);
    }

    /** Killed before the call, after it, and after Stripe had forgotten the key. */
    @ParameterizedTest
    @Matrix(
            always = "1,true,24 hours",
            soak = {"0,false,0 hours", "1,true,0 hours", "1,false,24 hours"})
    void aRemovalIsFinished(int attempts, boolean done, String ago) {
        String method = wallet.known("pm_card_visa");
        UUID card = UUID.fromString(rows.value("select id from saved_cards where stripe_method_id = ?", method));
        rows.run("update saved_cards set removed_at = now() where id = ?", card);
        seedOperation(card, "DETACH_CARD", "{\"methodId\":\"" + method + "\"}", attempts, ago);
        if (attempts == 1) {
            rows.run("update payment_operations set attempts = 3 where id = ?", operation);
        }
        if (done) {
            Stripe.detach(method);
        }
        steps.schedule("detach-card", card);
        await().until(() -> Stripe.method(method).getCustomer() == null);
        settled(card);
        assertThat(wallet.methods()).isEmpty();
    }

    @ParameterizedTest
    @Matrix(
            always = "reset",
            soak = {"cut_reply", "empty_200", "stored_500", "html_502"})
    void aRemovalWhoseAnswerIsLostIsFinished(String kind) {
        String method = wallet.known("pm_card_visa");
        Stripe.fault(kind, "POST", "/v1/payment_methods/" + method + "/detach", true, 1);
        wallet.remove(method).then().statusCode(204);
        UUID card = UUID.fromString(rows.value("select id from saved_cards where stripe_method_id = ?", method));
        settled(card);
        assertThat(Stripe.method(method).getCustomer()).isNull();
    }

    private void seedCustomer(int attempts, String ago) {
        rows.run("insert into stripe_customers (customer_id, created_at) values (?, now())", customer);
        String params = "{\"customerId\":\"" + customer + "\",\"operationId\":\"" + operation + "\"}";
        seedOperation(customer, "CREATE_CUSTOMER", params, attempts, ago);
    }

    private void seedSetup() {
        rows.run("insert into card_holders (customer_id) values (?) on conflict do nothing", customer);
        rows.run(
                "insert into card_setups (id, customer_id, status, created_at) values (?, ?, 'PENDING', now())",
                setup,
                customer);
    }

    private void seedOperation(UUID subject, String kind, String params, int attempts, String ago) {
        rows.run(
                "insert into payment_operations (id, subject, kind, idempotency_key, params, state, attempts,"
                        + " created_at, first_sent_at, last_sent_at) values (?, ?, ?, ?, ?, 'UNSETTLED', ?, now(),"
                        + (attempts == 0 ? "null, null)" : "now() - cast('" + ago + "' as interval), now())"),
                operation,
                subject,
                kind,
                key(kind.toLowerCase(Locale.ROOT)),
                params,
                attempts);
    }

    private Attempt attempt(String kind) {
        return new Attempt(key(kind), true, Patience.WORKER);
    }

    private String key(String kind) {
        return "development:" + kind + ":" + operation;
    }

    private String status() {
        return rows.value("select status from card_setups where id = ?", setup);
    }

    private void settled(UUID subject) {
        await().until(() ->
                rows.count("select count(*) from payment_operations where subject = ? and state = 'UNSETTLED'", subject)
                        == 0);
    }
}
