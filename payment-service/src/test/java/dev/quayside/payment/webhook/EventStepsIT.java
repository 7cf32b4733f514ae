package dev.quayside.payment.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.kit.step.DurableSteps;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Service;
import dev.quayside.payment.testing.Stripe;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One reading does the work of all events about its payment that wait, and takes back their steps. */
@PaymentServiceTest
class EventStepsIT {
    private static final String STEPS =
            "select count(*) from scheduled_tasks where task_name = 'apply-stripe-event' and task_instance = ?";

    private final UUID order = UUID.randomUUID();

    @Inject
    DataSource database;

    @Inject
    DurableSteps steps;

    private Rows rows;
    private String intent = "";

    @BeforeEach
    void payment() {
        rows = new Rows(database);
        intent = Service.opened(order, 1000);
        Stripe.losesEvents();
    }

    @Test
    void aReadingTakesBackTheStepsOfTheEventsThatItCovers() {
        UUID later = stored(Duration.ofHours(1));
        UUID latest = stored(Duration.ofHours(2));
        stored(Duration.ZERO);
        awaitApplied(later);
        awaitApplied(latest);
        assertThat(steps(later)).isZero();
        assertThat(steps(latest)).isZero();
    }

    @Test
    void aStepThatIsBeingRunIsNotTakenBack() {
        UUID run = stored(Duration.ofHours(1));
        // By another instance, which is still alive.
        rows.run(
                "update scheduled_tasks set picked = true, picked_by = 'other', last_heartbeat = now() where task_instance = ?",
                run.toString());
        stored(Duration.ZERO);
        awaitApplied(run);
        assertThat(steps(run)).isEqualTo(1);
        rows.run("delete from scheduled_tasks where task_instance = ?", run.toString());
    }

    @Test
    void aStepIsLeftToEventsWhoseReadingFails() {
        Stripe.fault("outage", "GET", "/v1/payment_intents/" + intent, false, 1000);
        UUID later = stored(Duration.ofHours(1));
        UUID now = stored(Duration.ZERO);
        await().until(() -> rows.count("select attempts from stripe_events where id = ?", now) > 0);
        assertThat(steps(later)).isEqualTo(1);
        assertThat(rows.value("select processed_at from stripe_events where id = ?", later))
                .isEqualTo("null");
        Stripe.honest();
        awaitApplied(later);
        assertThat(steps(later)).isZero();
    }

    /** An event about the payment, as a delivery leaves it whose step is to run in a while. */
    private UUID stored(Duration in) {
        UUID id = UUID.randomUUID();
        rows.run(
                "insert into stripe_events (event_id, id, type, object_id, pi_id, received_at)"
                        + " values (?, ?, 'payment_intent.succeeded', ?, ?, now())",
                "evt_" + id,
                id,
                intent,
                intent);
        steps.schedule(Inbox.STEP, id, Instant.now().plus(in));
        return id;
    }

    private void awaitApplied(UUID id) {
        await().until(() -> "APPLIED".equals(rows.value("select result from stripe_events where id = ?", id)));
    }

    private long steps(UUID id) {
        return rows.count(STEPS, id.toString());
    }
}
