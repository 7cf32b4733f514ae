package dev.quayside.payment.death;

import dev.quayside.kit.runtime.Ids;
import dev.quayside.payment.gateway.CardGateway;
import dev.quayside.payment.gateway.NewCustomer;
import dev.quayside.payment.gateway.NewSetup;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Stripe;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Customers and their cards as the transaction has left them that owed a step, in the rows and at Stripe. */
@ApplicationScoped
class Wallets {
    private static final String CARD = "pm_card_visa";

    private final Seeds seeds;
    private final Rows rows;
    private final CardGateway gateway;

    Wallets(Seeds seeds, DataSource database, CardGateway gateway) {
        this.seeds = seeds;
        this.rows = new Rows(database);
        this.gateway = gateway;
    }

    /** A customer whom Stripe does not know yet. */
    Matter unknown() {
        UUID customer = Ids.next();
        UUID operation = Ids.next();
        customer(customer, null);
        String params = "{\"customerId\":\"" + customer + "\",\"operationId\":\"" + operation + "\"}";
        seeds.operation(null, customer, "CREATE_CUSTOMER", operation, params, "UNSETTLED");
        return Matter.of(customer);
    }

    /** A customer, not known to Stripe either, who wants to save a card. */
    Matter wanted() {
        UUID customer = unknown().owner();
        return new Matter(customer, setup(customer, null));
    }

    /** A card that was saved at Stripe, which nobody has heard. */
    Matter saved() {
        UUID customer = Ids.next();
        String stripeId = gateway.createCustomer(
                        new NewCustomer(customer, customer), Seeds.attempt("CREATE_CUSTOMER", customer))
                .value();
        customer(customer, stripeId);
        UUID operation = Ids.next();
        NewSetup wanted = new NewSetup(customer, operation, stripeId);
        String intent = gateway.openSetup(wanted, Seeds.attempt("CREATE_SETUP", operation))
                .value()
                .id();
        UUID setup = setup(customer, intent);
        seeds.operation(null, setup, "CREATE_SETUP", operation, "{}", "SUCCEEDED");
        Stripe.finish(intent, CARD);
        return new Matter(customer, setup);
    }

    /** A card that was removed, and is not detached at Stripe yet. */
    Matter removed() {
        Matter saved = saved();
        UUID card = Ids.next();
        String method = Stripe.setup(setupOf(saved)).getPaymentMethod();
        rows.run(
                "insert into saved_cards (id, stripe_method_id, customer_id, brand, last4, exp_month, exp_year,"
                        + " created_at, removed_at) values (?, ?, ?, 'visa', '4242', 12, 2030, now(), now())",
                card,
                method,
                saved.owner());
        seeds.operation(null, card, "DETACH_CARD", Ids.next(), "{\"methodId\":\"" + method + "\"}", "UNSETTLED");
        return new Matter(saved.owner(), card);
    }

    String setupOf(Matter customer) {
        return rows.value("select stripe_setup_id from card_setups where customer_id = ?", customer.owner());
    }

    private void customer(UUID customer, @Nullable String stripeId) {
        rows.run(
                "insert into stripe_customers (customer_id, stripe_customer_id, created_at) values (?, ?, now())",
                customer,
                stripeId);
        rows.run("insert into card_holders (customer_id) values (?)", customer);
    }

    private UUID setup(UUID customer, @Nullable String stripeId) {
        UUID setup = Ids.next();
        rows.run(
                "insert into card_setups (id, customer_id, stripe_setup_id, status, created_at)"
                        + " values (?, ?, ?, ?, now())",
                setup,
                customer,
                stripeId,
                stripeId == null ? "PENDING" : "OPEN");
        return setup;
    }
}
