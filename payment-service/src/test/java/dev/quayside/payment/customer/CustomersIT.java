package dev.quayside.payment.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.kit.testing.Together;
import dev.quayside.payment.operation.OperationKind;
import dev.quayside.payment.operation.OperationView;
import dev.quayside.payment.operation.Operations;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Stripe;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@PaymentServiceTest
class CustomersIT {
    @Inject
    Customers customers;

    @Inject
    Operations operations;

    @Inject
    DataSource database;

    /** Two setups of one customer, or a shopper and a durable step. */
    @Test
    void whoFindTheSameOperationStuckBeginOneInItsPlace() {
        Stripe.fault("outage", "*", "*", false, 1000);
        UUID customer = UUID.randomUUID();
        customers.begin(customer);
        OperationView stuck =
                operations.unsettled(customer, OperationKind.CREATE_CUSTOMER).orElseThrow();
        Together.times(4, () -> {
            customers.beginAgain(stuck);
            return true;
        });
        assertThat(states(customer)).isEqualTo("SUPERSEDED UNSETTLED");
    }

    private String states(UUID customer) {
        return new Rows(database)
                .value(
                        "select string_agg(state, ' ' order by state) from payment_operations where subject = ?",
                        customer);
    }
}
