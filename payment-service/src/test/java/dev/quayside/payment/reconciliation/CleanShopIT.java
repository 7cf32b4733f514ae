package dev.quayside.payment.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.payment.testing.OtherServices;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Reconciling;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Stripe;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A shop in which everything agrees, many batches of it: nothing is reported. {@code -Psoak} makes it larger. */
@PaymentServiceTest
class CleanShopIT {
    private static final int ORDERS = Boolean.getBoolean("quayside.soak") ? 10_000 : 100;

    private final OtherServices others = new OtherServices();
    private final Instant start = Instant.now();

    @Inject
    DataSource database;

    @AfterEach
    void leave() {
        others.close();
    }

    @Test
    void aCleanShopReportsNothing() {
        Stripe.losesEvents();
        Scenes scenes = new Scenes(others, new Rows(database));
        IntStream.range(0, ORDERS).parallel().forEach(i -> scenes.paid());
        JsonPath run = Reconciling.since(start);
        assertThat(run.getString("status")).isEqualTo("finished");
        assertThat(Reconciling.found(run.getString("id"))).isEmpty();
        assertThat(run.getInt("compared.orders")).isEqualTo(ORDERS);
        assertThat(run.getInt("compared.payments")).isEqualTo(ORDERS);
        assertThat(run.getInt("compared.reservations")).isEqualTo(ORDERS);
        assertThat(run.getInt("compared.stripeObjects")).isEqualTo(ORDERS);
    }
}
