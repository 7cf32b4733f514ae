package dev.quayside.order.death;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.order.testing.OrderServiceTest;
import dev.quayside.order.testing.Parallel;
import dev.quayside.order.testing.PlacedOrder;
import dev.quayside.order.testing.Rows;
import io.quarkus.arc.All;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every step, killed once at every place: before its work, and after each of its commits and calls. All of an order's ends are the one without a death. */
@OrderServiceTest
class StepDeathIT {
    private static final Duration LONG = Duration.ofSeconds(30);
    /** Of the kit: one statement that forgets old rows. */
    private static final String OF_NO_ORDER = "forget-old-keys";

    @Inject
    Cuts cuts;

    @Inject
    Rows rows;

    @Inject
    @All
    List<DurableStep> steps;

    @AfterEach
    void live() {
        cuts.disarm();
    }

    @ParameterizedTest
    @EnumSource(Scene.class)
    void endIsTheSameWhereverTheStepDied(Scene scene) {
        PlacedOrder spared = scene.orders(1, rows).get(0);
        Cuts.Walk whole = cuts.count(scene.step(), spared.id());
        play(scene, List.of(spared));
        assertThat(whole.places()).isGreaterThanOrEqualTo(2);

        List<PlacedOrder> orders = scene.orders(whole.places(), rows);
        List<Cuts.Walk> walks = IntStream.range(0, orders.size())
                .mapToObj(n -> cuts.arm(scene.step(), orders.get(n).id(), n))
                .toList();
        play(scene, orders);
        End expected = End.of(spared, rows);
        for (int n = 0; n < orders.size(); n++) {
            String died = walks.get(n).died().orElse("nowhere");
            assertThat(died).as("place " + n).isNotEqualTo("nowhere");
            assertThat(End.of(orders.get(n), rows)).as("killed " + died).isEqualTo(expected);
        }
    }

    @Test
    void everyStepOfAnOrderDiesInSomeScene() {
        assertThat(steps.stream().map(DurableStep::name).filter(name -> !name.equals(OF_NO_ORDER)))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Scene.values())
                        .map(Scene::step)
                        .distinct()
                        .toList());
    }

    private void play(Scene scene, List<PlacedOrder> orders) {
        var unused = Parallel.run(orders.size(), n -> {
            scene.begin(orders.get(n), rows);
            return n;
        });
        await().atMost(LONG).until(() -> orders.stream().allMatch(order -> End.isReached(order, rows)));
    }
}
