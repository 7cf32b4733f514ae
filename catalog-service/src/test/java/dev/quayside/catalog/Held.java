package dev.quayside.catalog;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/** A transaction that somebody else has open, and others wait for. */
final class Held implements AutoCloseable {
    private final Connection connection;

    private Held(Connection connection) {
        this.connection = connection;
    }

    /** Begins one. */
    static Held by(DataSource database, String statement) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        Held held = new Held(connection);
        held.run(statement);
        return held;
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Comes back when somebody waits for what this holds. */
    void untilSomebodyWaits() {
        await().atMost(Duration.ofSeconds(4))
                .pollInterval(Duration.ofMillis(10))
                .until(this::isWaitedFor);
    }

    private boolean isWaitedFor() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select exists (select 1 from pg_locks where pg_backend_pid() = any(pg_blocking_pids(pid)))")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** What is not committed is rolled back. */
    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.close();
    }
}
