package dev.quayside.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Contestants take turns, so that what else the machine does meets all of them; the round in which each was cheapest counts. */
final class Rounds {
    static final int COUNT = 3;

    private static final Duration WARM_UP = Duration.ofSeconds(10);

    private Rounds() {}

    /** Something whose cost can be measured for a while. */
    interface Contestant {
        Cost cost(Duration length) throws IOException, InterruptedException;
    }

    /** What each costs, in their order; {@code afterEach} is run when a round has ended. */
    static Map<String, Cost> cheapest(Map<String, Contestant> contestants, Duration length, Runnable afterEach)
            throws IOException, InterruptedException {
        for (Contestant each : contestants.values()) {
            each.cost(WARM_UP);
        }
        Map<String, Cost> best = new LinkedHashMap<>();
        for (int round = 0; round < COUNT; round++) {
            for (Map.Entry<String, Contestant> each : contestants.entrySet()) {
                best.merge(each.getKey(), each.getValue().cost(length.dividedBy(COUNT)), Rounds::cheaper);
            }
            afterEach.run();
        }
        return best;
    }

    /** Prints what each costs, and then what the others cost beside the peer. */
    static void report(Map<String, Cost> costs, String peer) {
        Cost beside = Objects.requireNonNull(costs.get(peer));
        costs.forEach((what, cost) -> cost.print(what));
        costs.forEach((what, cost) -> {
            if (!what.equals(peer)) {
                cost.printBeside(beside, what + " / " + peer);
            }
        });
    }

    private static Cost cheaper(Cost one, Cost other) {
        return one.microsEach() <= other.microsEach() ? one : other;
    }
}
