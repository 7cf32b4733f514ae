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
    private static final long SECONDS_OF_A_DAY = 86_400;
    /** Different queries between two writes; more of them are not counted. */
    private static final int MOST = 2_000;

    private final PopularRepository queries;
    private final Clock clock;
    private final Duration every;
    private final long from;
    private final ConcurrentHashMap<String, Counted> counts = new ConcurrentHashMap<>();
    private volatile Seen seen = new Seen(0);
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
        this.from = Math.max(1, from);
    }

    void start(@Observes StartupEvent started) {
        var unused =
                thread.scheduleWithFixedDelay(this::write, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.shutdown();
        write();
    }

    /**
     * Counts a query that has found something: once a day for each caller but the first, so that what one person repeats is not counted, and not
     * written anywhere. It waits for nothing.
     *
     * @param caller tells callers apart, such as an address
     */
    public void found(String text, String caller) {
        String query = QueryText.counted(text).orElse("");
        String key = QueryText.key(query);
        if (key.isEmpty() || (counts.size() >= MOST && !counts.containsKey(key))) {
            return;
        }
        if (today().isFromAnother(key, caller)) {
            counts.merge(key, new Counted(query, 1), Counted::plus);
        }
    }

    private Seen today() {
        long day = clock.instant().getEpochSecond() / SECONDS_OF_A_DAY;
        Seen current = seen;
        return current.isOf(day) ? current : begun(day);
    }

    private synchronized Seen begun(long day) {
        if (!seen.isOf(day)) {
            seen = new Seen(day);
        }
        return seen;
    }

    /** Queries that begin so, which many have made, the most popular first. */
    @Transactional
    public List<String> like(String text, int most) {
        String key = QueryText.key(QueryText.plain(text));
        return key.isEmpty() ? List.of() : queries.like(key, Counted.weight(clock.instant(), from - 0.5), most);
    }

    /** Writes what was counted since the last time. What cannot be written while the database is away is written with the next. */
    public void write() {
        Map<String, Counted> batch = new TreeMap<>();
        for (String key : counts.keySet()) {
            Counted count = counts.remove(key);
            if (count != null) {
                batch.put(key, count);
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
                batch.forEach((key, count) -> counts.merge(key, count, Counted::plus));
            }
        }
    }
}
