package dev.quayside.catalog.language;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Knows what the database has for a language. Rows of one that is new are made in the background; until then nothing would be found in it.
 * Whether they are all there is looked for in the background, too, because it means to go over all products.
 */
@ApplicationScoped
class LanguageRows {
    private static final Logger LOG = Logger.getLogger(LanguageRows.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final Duration START = Duration.ofSeconds(3);

    private static final String COMPLETE = """
            select not exists (
                select 1 from storefront_products own where own.locale = '' and not exists (
                    select 1 from storefront_products s
                    where s.product_id = own.product_id and s.currency = own.currency and s.locale = ?))""";

    private final DataSource database;
    private final Set<String> complete = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> looked = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "language-rows");
        made.setDaemon(true);
        return made;
    });

    LanguageRows(DataSource database) {
        this.database = database;
    }

    /** The text search configurations of the shop. */
    Set<String> configurations() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select cfgname from pg_ts_config where cfgname like 'shop\\_%' and pg_ts_config_is_visible(oid)");
                ResultSet rows = query.executeQuery()) {
            Set<String> names = new HashSet<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException away) {
            throw new IllegalStateException("the languages that PostgreSQL knows cannot be read", away);
        }
    }

    /** Looks from now on, and waits for what it sees first, but not long: a service that starts again goes on in all of its languages. */
    void watch(Set<String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        CountDownLatch first = new CountDownLatch(1);
        var unused = thread.scheduleWithFixedDelay(
                () -> {
                    keys.forEach(this::lookIfDue);
                    first.countDown();
                },
                0,
                PAUSE.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            if (!first.await(START.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("not all products are known to be there in each language yet");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.shutdownNow();
    }

    /** Whether every product that is shown has its rows in a language, as far as is known; it asks nobody. */
    boolean areThere(String key) {
        return complete.contains(key);
    }

    /** What was complete may not be any more: other instances may still be of other languages. */
    private void lookIfDue(String key) {
        Long then = looked.get(key);
        if (then == null || !complete.contains(key) || System.nanoTime() - then >= AGAIN.toNanos()) {
            look(key);
        }
    }

    /** Looks at one language. What fails leaves it as it was. */
    synchronized void look(String key) {
        try (Connection connection = database.getConnection()) {
            if (isComplete(connection, key)) {
                complete.add(key);
            } else {
                complete.remove(key);
            }
        } catch (SQLException | RuntimeException failure) {
            // Whatever it is, looking goes on: a task that throws is not run again.
            LOG.warnf("it cannot be seen whether products are there in %s: %s", key, failure.toString());
        }
        looked.put(key, System.nanoTime());
    }

    static boolean isComplete(Connection connection, String key) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(COMPLETE)) {
            query.setString(1, key);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
