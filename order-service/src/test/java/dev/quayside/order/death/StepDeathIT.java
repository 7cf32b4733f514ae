package dev.quayside.order.death;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.kit.testing.Together;
import dev.quayside.order.testing.OrderServiceTest;
import dev.quayside.order.testing.PlacedOrder;
import dev.quayside.order.testing.Rows;
import io.quarkus.arc.All;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every step, killed once at every place: before its work, and after each of its commits and calls. All of an order's ends are the one
 * without a death. All scenes are played at once, because most of the time is spent waiting for the steps to be tried again.
 */
@OrderServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StepDeathIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int AT_ONCE = 16;
    /** Of the kit: one statement that forgets old rows, and the audit log's, which dies in the kit's own tests. */
    private static final Set<String> OF_NO_ORDER = Set.of("forget-old-keys", "ship-audit-entry");

    /** Where the step of a scene is to die. */
    private record Plan(Scene scene, int place) {}

    /** An order, and the walk of its scene's step. */
    private record Case(Scene scene, PlacedOrder order, Cuts.Walk walk) {}

    private final Map<Scene, Case> spared = new EnumMap<>(Scene.class);
    private final Map<Scene, List<Case>> killed = new EnumMap<>(Scene.class);

    @Inject
    Cuts cuts;

    @Inject
    Rows rows;

    @Inject
    @All
    List<DurableStep> steps;

    /** Not before all tests: their framework tells each test where the service is. */
    @BeforeEach
    void playOnce() {
        if (!spared.isEmpty()) {
            return;
        }
        List<Case> whole = cases(Arrays.stream(Scene.values())
                .map(scene -> new Plan(scene, Cuts.NOWHERE))
                .toList());
        play(whole);
        whole.forEach(one -> spared.put(one.scene(), one));
        List<Case> deadly = cases(whole.stream()
                .flatMap(one -> IntStream.range(0, one.walk().places()).mapToObj(n -> new Plan(one.scene(), n)))
                .toList());
        play(deadly);
        killed.putAll(deadly.stream().collect(Collectors.groupingBy(Case::scene)));
    }

    @AfterAll
    void live() {
        cuts.disarm();
    }

    @ParameterizedTest
    @EnumSource(Scene.class)
    void endIsTheSameWhereverTheStepDied(Scene scene) {
        Case whole = Objects.requireNonNull(spared.get(scene));
        End expected = End.of(whole.order(), rows);
        List<Case> deaths = Objects.requireNonNull(killed.get(scene));
        assertThat(deaths).hasSizeGreaterThanOrEqualTo(2);
        assertThat(deaths)
                .allSatisfy(one -> assertThat(End.of(one.order(), rows))
                        .as("killed " + one.walk().died().orElse("nowhere"))
                        .isEqualTo(expected));
        // Another step may do a part of the work first, and then there are fewer places than were counted.
        assertThat(deaths.stream().filter(one -> one.walk().died().isPresent())).hasSizeGreaterThan(deaths.size() / 2);
    }

    @Test
    void everyStepOfAnOrderDiesInSomeScene() {
        assertThat(steps.stream().map(DurableStep::name).filter(name -> !OF_NO_ORDER.contains(name)))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Scene.values())
                        .map(Scene::step)
                        .distinct()
                        .toList());
    }

    private List<Case> cases(List<Plan> plans) {
        return Stream.of(true, false)
                .flatMap(manual -> {
                    List<Plan> some = plans.stream()
                            .filter(plan -> plan.scene().isManual() == manual)
                            .toList();
                    Supplier<List<Case>> made = () -> together(some, this::arm);
                    return (manual ? PlacedOrder.inManualShop(made) : made.get()).stream();
                })
                .toList();
    }

    private Case arm(Plan plan) {
        PlacedOrder order = plan.scene().order(rows);
        return new Case(plan.scene(), order, cuts.arm(plan.scene().step(), order.id(), plan.place()));
    }

    private void play(List<Case> cases) {
        var unused = together(cases, one -> {
            one.scene().begin(one.order(), rows);
            return one;
        });
        await().atMost(LONG).until(() -> cases.stream().allMatch(one -> End.isReached(one.order(), rows)));
    }

    private static <T, R> List<R> together(List<T> all, Function<T, R> work) {
        List<R> results = new ArrayList<>();
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            List<T> some = all.subList(i, Math.min(i + AT_ONCE, all.size()));
            results.addAll(Together.run(some.size(), n -> work.apply(some.get(n))));
        }
        return results;
    }
}
