package dev.quayside.catalog.popular;

import dev.quayside.catalog.Contended;
import dev.quayside.kit.step.RecurringStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Forgets queries that hardly anybody makes any more, and the rarest when there are too many. */
@ApplicationScoped
class ForgetQueries implements RecurringStep {
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final PopularRepository queries;
    private final Clock clock;

    ForgetQueries(PopularRepository queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-search-queries";
    }

    @Override
    public Outcome run(UUID all) {
        Contended.transaction(() -> queries.forget(clock.instant()));
        return Outcome.again(EVERY);
    }
}
