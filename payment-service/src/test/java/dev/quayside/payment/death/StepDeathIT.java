package dev.quayside.payment.death;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.exception.StripeException;
import dev.quayside.kit.step.DurableStep;
import dev.quayside.kit.step.DurableSteps;
import dev.quayside.kit.testing.Together;
import dev.quayside.payment.testing.OtherServices;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Stripe;
import io.quarkus.arc.All;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step, killed once at every place: before its work, and after each of its commits and calls. All ends are the one without a death. */
@PaymentServiceTest
class StepDeathIT {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofMillis(20);
    /** Said why at the scenes. */
    private static final Set<String> SPARED = Set.of("start-reconciliation", "forget-old-keys", "ship-audit-entry");
    /** The scenes of every build, one for each kind of work; all of them run with {@code -Psoak}. */
    private static final Set<Scene> ALWAYS = EnumSet.of(
            Scene.OPENING_IS_SENT,
            Scene.PART_IS_CAPTURED,
            Scene.REFUND_IS_MADE,
            Scene.PAYMENT_IS_READ,
            Scene.CHANGE_IS_PUBLISHED,
            Scene.EVENT_IS_APPLIED,
            Scene.CARD_IS_DETACHED,
            Scene.PAYMENT_WITHOUT_ORDER_IS_CANCELLED);
    /** More than any step passes: it goes in a circle. */
    private static final int ENDLESS = 200;

    private final OtherServices others = new OtherServices();

    @Inject
    Cuts cuts;

    @Inject
    Seeds seeds;

    @Inject
    Wallets wallets;

    @Inject
    DataSource database;

    @Inject
    DurableSteps scheduler;

    @Inject
    @All
    List<DurableStep> steps;

    private Stage stage;
    private Owed owed;

    @BeforeEach
    void nobodyTells() {
        Rows rows = new Rows(database);
        stage = new Stage(seeds, wallets, others, rows);
        owed = new Owed(rows, scheduler);
        Stripe.losesEvents();
        rows.run("update reconciliation_runs set status = 'FAILED', failure = 'left', finished_at = now()"
                + " where status = 'RUNNING'");
    }

    @AfterEach
    void live() {
        cuts.disarm();
        others.close();
        // What other tests compare does not have these.
        stage.rows().run("delete from reconciliation_mismatches");
    }

    static Set<Scene> scenes() {
        return Boolean.getBoolean("quayside.soak") ? EnumSet.allOf(Scene.class) : ALWAYS;
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void endIsTheSameWhereverTheStepDied(Scene scene) throws StripeException {
        Matter spared = scene.make(stage);
        Cuts.Walk whole = cuts.count(scene, spared);
        play(scene, List.of(spared));
        assertThat(whole.places()).isGreaterThanOrEqualTo(2);
        End expected = End.of(scene, spared, stage);
        int first = scene.isAlone() ? 0 : killAtOnce(scene, expected, whole.places());
        killOneByOne(scene, expected, first);
    }

    @Test
    void everyStepDiesInSomeScene() {
        assertThat(steps.stream().map(DurableStep::name).filter(name -> !SPARED.contains(name)))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Scene.values())
                        .map(Scene::step)
                        .distinct()
                        .toList());
    }

    /** Each of some at another place; the answer is the place behind the last. */
    private int killAtOnce(Scene scene, End expected, int places) {
        List<Matter> matters = Together.times(places, () -> scene.make(stage));
        List<Cuts.Walk> walks = IntStream.range(0, places)
                .mapToObj(n -> cuts.arm(scene, matters.get(n), n))
                .toList();
        play(scene, matters);
        for (int n = 0; n < places; n++) {
            same(scene, matters.get(n), expected, walks.get(n));
        }
        assertThat(walks.get(1).died()).isPresent();
        return places;
    }

    /** From a place on, until a walk ends without having come to its own: what a step passes may depend on what else there is. */
    private void killOneByOne(Scene scene, End expected, int first) throws StripeException {
        boolean died = true;
        for (int n = first; died; n++) {
            assertThat(n).isLessThan(ENDLESS);
            Matter matter = scene.make(stage);
            Cuts.Walk walk = cuts.arm(scene, matter, n);
            play(scene, List.of(matter));
            same(scene, matter, expected, walk);
            died = walk.died().isPresent();
        }
    }

    private void same(Scene scene, Matter matter, End expected, Cuts.Walk walk) {
        assertThat(End.of(scene, matter, stage))
                .as("killed " + walk.died().orElse("nowhere"))
                .isEqualTo(expected);
    }

    private void play(Scene scene, List<Matter> matters) {
        List<Matter> left = new ArrayList<>(matters);
        left.forEach(matter -> owed.begin(scene, matter));
        await().atMost(LONG).pollInterval(SOON).pollDelay(Duration.ZERO).until(() -> {
            left.removeIf(matter -> owed.isNothing(scene, matter));
            return left.isEmpty();
        });
    }
}
