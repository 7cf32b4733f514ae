package dev.quayside.kit.probe;

import dev.quayside.kit.step.DurableStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

@ApplicationScoped
class ProbeStep implements DurableStep {
    static final String NAME = "probe";
    static final Queue<UUID> RUNS = new ConcurrentLinkedQueue<>();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID subject) {
        RUNS.add(subject);
        long runs = RUNS.stream().filter(subject::equals).count();
        if (runs == 1) {
            throw new IllegalStateException("the first time fails");
        }
        return runs == 2 ? Outcome.again(Duration.ofMillis(50)) : Outcome.DONE;
    }
}
