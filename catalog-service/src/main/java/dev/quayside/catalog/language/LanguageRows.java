package dev.quayside.catalog.language;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Knows what the database has for a language. Rows of one that is new are made in the background; until then nothing would be found in it. */
@ApplicationScoped
class LanguageRows {
    private static final long PAUSE = Duration.ofSeconds(2).toNanos();

    private static final String COMPLETE = """
            select not exists (
                select 1 from storefront_products own where own.locale = '' and not exists (
                    select 1 from storefront_products s
                    where s.product_id = own.product_id and s.currency = own.currency and s.locale = ?))""";

    private final DataSource database;
    private final Set<String> complete = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicLong> askAgain = new ConcurrentHashMap<>();

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

    /** Whether every product that is shown has its rows in a language; once they are all there, they stay. One caller asks at a time. */
    boolean areThere(String key) {
        if (complete.contains(key)) {
            return true;
        }
        AtomicLong due = askAgain.computeIfAbsent(key, one -> new AtomicLong(System.nanoTime()));
        long now = System.nanoTime();
        long seen = due.get();
        if (now - seen < 0 || !due.compareAndSet(seen, now + PAUSE) || !isComplete(key)) {
            return false;
        }
        complete.add(key);
        return true;
    }

    private boolean isComplete(String key) {
        try (Connection connection = database.getConnection()) {
            return isComplete(connection, key);
        } catch (SQLException away) {
            return false;
        }
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
