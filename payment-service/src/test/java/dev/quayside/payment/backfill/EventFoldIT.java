package dev.quayside.payment.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.testing.Together;
import dev.quayside.payment.testing.Deliveries;
import dev.quayside.payment.testing.Invariants;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Service;
import dev.quayside.payment.testing.Stripe;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * A property: however the events of a payment's life are mixed, doubled and lost, its ledger and its state end the same. The seed is
 * printed; {@code -Dquayside.seed=…} repeats the lives of a run, {@code -Dquayside.lives=…} makes it longer.
 */
@PaymentServiceTest
class EventFoldIT {
    private static final Logger LOG = Logger.getLogger(EventFoldIT.class);
    private static final int LIVES = Boolean.getBoolean("quayside.soak") ? 50 : 1;
    private static final UUID ALWAYS = new UUID(0, 0);

    private final long seed = Long.getLong("quayside.seed", 20_261_122L);
    // How the events travel. What happens has a source of its own: how many events there are yet is a matter of time.
    private final Random random = new Random(seed);

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    @Inject
    BackfillEventsStep backfill;

    @Test
    void whateverBecomesOfTheEventsTheBooksAreTheSame() throws Exception {
        LOG.infof("seed %d", seed);
        Stripe.losesEvents();
        List<String> orders = new ArrayList<>();
        Random fate = new Random(seed + 1);
        for (int i = 0; i < Integer.getInteger("quayside.lives", LIVES); i++) {
            Life life = new Life(i, fate);
            LOG.infof("%s: %s", life.order, life);
            live(life);
            orders.add(life.order.toString());
        }
        Invariants broken = Invariants.now();
        for (String id : List.of("I3", "I4", "I6")) {
            assertThat(broken.offenders(id)).as("seed %d", seed).doesNotContainAnyElementsOf(orders);
        }
    }

    private void live(Life life) throws Exception {
        Rows rows = new Rows(database);
        rows.run(
                "delete from scheduled_tasks where task_name = 'watch-payment' and task_instance = ?",
                life.order.toString());
        for (Life.Act act : life.acts) {
            act.run();
            if (random.nextInt(3) > 0) {
                deliverSome(life);
            }
        }
        await().until(() -> !life.isCaptured() || Stripe.chargeOf(life.intent).getBalanceTransaction() != null);
        deliverSome(life);
        // The rest is lost on the way.
        finishBackfill();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Service.book(life.order))
                        .as("seed %d: %s", seed, life)
                        .isEqualTo(life.book()));
        settled(life, rows);
        String version = rows.value("select version from payments where order_id = ?", life.order);
        deliver(shuffled(Stripe.eventsOf(life.intent, json)));
        settled(life, rows);
        assertThat(rows.value("select version from payments where order_id = ?", life.order))
                .as("seed %d: %s", seed, life)
                .isEqualTo(version);
        assertThat(Service.book(life.order)).as("seed %d: %s", seed, life).isEqualTo(life.book());
    }

    private void settled(Life life, Rows rows) {
        await().until(() ->
                rows.count("select count(*) from stripe_events where pi_id = ? and processed_at is null", life.intent)
                        == 0);
        assertThat(rows.value(
                        "select status || ' ' || refunded || ' ' || lower(dispute_status) from payments where order_id = ?",
                        life.order))
                .as("seed %d: %s", seed, life)
                .isEqualTo(life.state());
    }

    /** A part of what has been made so far, some of it twice, in any order and partly at once. */
    private void deliverSome(Life life) throws IOException {
        List<String> chosen = new ArrayList<>();
        for (String event : Stripe.eventsOf(life.intent, json)) {
            for (int times = random.nextInt(3); times > 0; times--) {
                chosen.add(event);
            }
        }
        deliver(shuffled(chosen));
    }

    private void deliver(List<String> events) {
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(4));
            List<Callable<Integer>> together = events.subList(from, to).stream()
                    .<Callable<Integer>>map(
                            event -> () -> Deliveries.deliver(event).statusCode())
                    .toList();
            assertThat(Together.run(together)).containsOnly(200);
            from = to;
        }
    }

    private List<String> shuffled(List<String> events) {
        List<String> mixed = new ArrayList<>(events);
        Collections.shuffle(mixed, random);
        return mixed;
    }

    private void finishBackfill() {
        while (Walk.GO_ON.equals(backfill.run(ALWAYS).again())) {
            LOG.debug("the list of events goes on");
        }
    }
}
