package dev.quayside.catalog.popular;

import dev.quayside.catalog.Contended;
import dev.quayside.kit.problem.DatabaseFaults;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Counts queries as they are made, and knows which others begin alike. */
@ApplicationScoped
public class PopularQueries {
    private static final Logger LOG = Logger.getLogger(PopularQueries.class);
    /** Different queries between two writes; more of them are not counted. */
    private static final int MOST = 2_000;

    private final PopularRepository queries;
    private final Clock clock;
    private final Duration every;
    private final long from;
    private final ConcurrentHashMap<String, Long> counts = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "popular-queries");
        made.setDaemon(true);
        return made;
    });

    PopularQueries(
            PopularRepository queries,
            Clock clock,
            @ConfigProperty(name = "quayside.search.count-every") Duration every,
            @ConfigProperty(name = "quayside.search.popular-from") long from) {
        this.queries = queries;
        this.clock = clock;
        this.every = every;
        this.from = from;
    }

    void start(@Observes StartupEvent started) {
        var unused =
                thread.scheduleWithFixedDelay(this::write, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.shutdown();
        write();
    }

    /** Counts a query that has found something; it waits for nothing. */
    public void found(String text) {
        QueryText.counted(text)
                .filter(query -> counts.size() < MOST || counts.containsKey(query))
                .ifPresent(query -> counts.merge(query, 1L, Long::sum));
    }

    /** Queries that begin so, which many have made, the most popular first. */
    @Transactional
    public List<String> like(String text, int most) {
        return queries.like(QueryText.plain(text), from, most);
    }

    /** Writes what was counted since the last time. What cannot be written while the database is away is written with the next. */
    public void write() {
        Map<String, Long> batch = new TreeMap<>();
        for (String query : counts.keySet()) {
            Long count = counts.remove(query);
            if (count != null) {
                batch.put(query, count);
            }
        }
        if (batch.isEmpty()) {
            return;
        }
        try {
            int written = Contended.transaction(() -> queries.add(batch, clock.instant()));
            LOG.debugf("%d queries counted", written);
        } catch (RuntimeException failure) {
            // Whatever it is, counting goes on: a task that throws is not run again.
            LOG.warnf("queries cannot be counted: %s", failure.toString());
            if (DatabaseFaults.isUnavailable(failure)) {
                batch.forEach((query, count) -> counts.merge(query, count, Long::sum));
            }
        }
    }
}
