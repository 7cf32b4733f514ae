package dev.quayside.catalog.cache;

import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database, several times a second, what has been committed since it was asked last. It has a connection of its own: when all
 * others are waited for, answers in the caches are needed most.
 */
@ApplicationScoped
class ChangeFeed {
    /** Changes are kept longer than this; a feed that slept longer has missed some, whatever the clocks here say. */
    static final Duration LONGEST_GAP = Duration.ofMinutes(2);

    private static final Logger LOG = Logger.getLogger(ChangeFeed.class);
    private static final long PAUSE_MILLIS = 200;
    private static final long NEVER = Long.MAX_VALUE;

    /** What the snapshot of before did not see and this one does. */
    private static final String NEWS = """
            select cast(pg_current_snapshot() as text), cast(extract(epoch from clock_timestamp()) as bigint),
                (select cast(floor(extract(epoch from min(p.next_flip_at) - clock_timestamp())) as bigint) from products p),
                cast(cast(c.transaction as text) as bigint), c.keys
            from (values (cast(? as pg_snapshot))) as before (snapshot)
            left join storefront_changes c on c.transaction >= pg_snapshot_xmin(before.snapshot)
                and not pg_visible_in_snapshot(c.transaction, before.snapshot)""";

    private record Change(long transaction, List<String> keys) {}

    /** What the database said: with its clock, and the seconds until time alone changes a product. */
    private record News(Snapshot snapshot, long seconds, long untilFlip, List<Change> changes) {}

    private final javax.sql.DataSource database;
    private final Knowledge knowledge;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "storefront-changes");
        made.setDaemon(true);
        return made;
    });
    private @Nullable News last;
    private boolean failing;
    private long times;

    ChangeFeed(@DataSource("changes") javax.sql.DataSource database, Knowledge knowledge) {
        this.database = database;
        this.knowledge = knowledge;
    }

    void start(@Observes StartupEvent started) {
        begin();
    }

    void stop(@Observes ShutdownEvent stopped) {
        end();
    }

    void begin() {
        var unused = thread.scheduleWithFixedDelay(this::ask, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    void end() {
        thread.shutdownNow();
    }

    /** Asks once. What fails is asked again: meanwhile what is known gets older, until nothing is served by it. */
    synchronized void ask() {
        long nanos = knowledge.nanos();
        long millis = knowledge.millis();
        try {
            News news = read();
            take(news);
            knowledge.caughtUp(new Knowledge.Asked(nanos, millis, ++times, news.snapshot.xmin(), news.untilFlip));
            last = news;
            failing = false;
        } catch (SQLException | RuntimeException | Error failure) {
            // Whatever it is, asking goes on: a task that throws is not run again.
            if (!failing) {
                LOG.warnf("changes cannot be read, answers are made anew each time: %s", failure.toString());
            }
            failing = true;
        }
    }

    private void take(News news) {
        if (last == null || !news.snapshot.isAfter(last.snapshot) || isGap(last.seconds, news.seconds)) {
            knowledge.startOver(news.snapshot.xmax());
            return;
        }
        news.changes.forEach(change -> knowledge.heard(change.keys, change.transaction));
    }

    private static boolean isGap(long before, long now) {
        return now < before || now - before > LONGEST_GAP.toSeconds();
    }

    private News read() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(NEWS)) {
            statement.setString(1, last == null ? null : last.snapshot.text());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                Snapshot snapshot = Snapshot.parse(rows.getString(1));
                long seconds = rows.getLong(2);
                long untilFlip = rows.getLong(3);
                untilFlip = rows.wasNull() ? NEVER : untilFlip;
                List<Change> changes = new ArrayList<>();
                do {
                    Array keys = rows.getArray(5);
                    if (keys != null) {
                        changes.add(new Change(rows.getLong(4), List.of((String[]) keys.getArray())));
                    }
                } while (rows.next());
                return new News(snapshot, seconds, untilFlip, changes);
            }
        }
    }
}
