package dev.quayside.order.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.awaitility.Awaitility;

/** Looks at the service's rows, and changes them as a crash or the passing of time would have left them. */
@ApplicationScoped
public class Rows {
    private final DataSource dataSource;

    Rows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Runs a statement; a text that is an id is bound as one. */
    public int change(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the first row, as text. */
    public String text(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? String.valueOf(rows.getString(1)) : "none";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long count(String sql, Object... values) {
        return Long.parseLong(text(sql, values));
    }

    public String status(String orderId) {
        return text("select status from orders where id = ?", orderId);
    }

    /** Keeps an order's row locked while something else is done. */
    public void locked(String orderId, Runnable meanwhile) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock = connection.prepareStatement("select id from orders where id = ? for update")) {
            connection.setAutoCommit(false);
            bind(lock, orderId);
            lock.executeQuery();
            try {
                meanwhile.run();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps an order's row locked until two wait for it, so that they meet there. */
    public void lockedForTwo(String orderId, CountDownLatch locked) {
        locked(orderId, () -> {
            locked.countDown();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> waiting() >= 2);
        });
    }

    /** How many wait for a lock that somebody has. */
    public long waiting() {
        return count("select count(*) from pg_stat_activity where usename = current_user and wait_event_type = 'Lock'");
    }

    /** Makes a step due now. */
    public void due(String step, String orderId) {
        change(
                "update scheduled_tasks set execution_time = now() where task_name = ?"
                        + " and task_instance = cast(cast(? as uuid) as text)",
                step,
                orderId);
    }

    /** Forgets all steps about an order. */
    public void unschedule(String orderId) {
        change("delete from scheduled_tasks where left(task_instance, 36) = cast(cast(? as uuid) as text)", orderId);
    }

    /** Writes a step as the transaction that owed it would have. */
    public void schedule(String step, String orderId, Duration delay) {
        change(
                "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " values (?, cast(cast(? as uuid) as text), now() + ? * interval '1 millisecond', false, 1)",
                step,
                orderId,
                delay.toMillis());
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, isId(values[i]) ? UUID.fromString((String) values[i]) : values[i]);
        }
    }

    private static boolean isId(Object value) {
        return value instanceof String text && text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }
}
