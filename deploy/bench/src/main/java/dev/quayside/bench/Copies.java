package dev.quayside.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/**
 * Makes one purchase many by copying the rows that the three services have of it, each with its own role: a hundred thousand purchases
 * through the door would take hours. What it knows of the schemas is in the statements here alone.
 */
final class Copies implements AutoCloseable {
    private static final List<String> ROLES = List.of("orders", "payments", "catalog");

    private final Connection orders;
    private final Connection payments;
    private final Connection catalog;

    /** The copies' ids and the PaymentIntents that they are to have; one list is one place in all of them. */
    record Batch(List<UUID> orders, List<UUID> operations, Instant first, Instant last) {}

    Copies(Options options) throws IOException, SQLException {
        Properties secrets = new Properties();
        Path file = options.data().resolve("secrets.properties");
        try (Reader text = Files.newBufferedReader(file)) {
            secrets.load(text);
        }
        List<Connection> opened = new ArrayList<>();
        for (String role : ROLES) {
            Connection connection =
                    DriverManager.getConnection(options.database(), role, secrets.getProperty("database." + role, ""));
            connection.setAutoCommit(false);
            opened.add(connection);
        }
        this.orders = opened.get(0);
        this.payments = opened.get(1);
        this.catalog = opened.get(2);
    }

    /** Ids of orders that were made half an hour ago, in their order. */
    Batch next(int size) throws SQLException {
        try (PreparedStatement sql = payments.prepareStatement("""
                select id, gen_random_uuid(), uuid_extract_timestamp(id) from (
                    select uuidv7('-30 minutes'::interval) as id from generate_series(1, ?)) as ids order by id""")) {
            sql.setInt(1, size);
            List<UUID> ids = new ArrayList<>();
            List<UUID> operations = new ArrayList<>();
            List<Instant> times = new ArrayList<>();
            try (ResultSet rows = sql.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                    operations.add(rows.getObject(2, UUID.class));
                    times.add(rows.getTimestamp(3).toInstant());
                }
            }
            return new Batch(ids, operations, times.get(0), times.get(size - 1));
        }
    }

    /** Copies the purchase for each of these. */
    void make(String order, String sku, Batch batch, List<String> intents) throws SQLException {
        UUID template = UUID.fromString(order);
        Rows rows = new Rows(batch, intents);
        rows.copy(orders, "orders", "id", template, """
                'id', c.order_id, 'cart_id', gen_random_uuid(), 'number', 'BENCH-' || c.order_id,
                'payment_intent_id', c.intent_id""");
        rows.copy(orders, "order_lines", "order_id", template, "'order_id', c.order_id");
        rows.copy(payments, "payments", "order_id", template, "'order_id', c.order_id, 'pi_id', c.intent_id");
        rows.copy(payments, "payment_operations", "order_id", template, """
                'id', c.operation_id, 'order_id', c.order_id, 'subject', c.order_id, 'object_id', c.intent_id,
                'idempotency_key', 'bench-' || c.operation_id""");
        rows.execute(payments, """
                insert into payment_transactions (order_id, kind, object_id, amount, currency, recorded_at)
                select c.order_id, t.kind, t.object_id, t.amount, t.currency, t.recorded_at
                from payment_transactions t, copies c where t.order_id = ?""", template);
        rows.copy(catalog, "reservations", "id", template, "'id', c.order_id");
        rows.copy(catalog, "reservation_lines", "reservation_id", template, "'reservation_id', c.order_id");
        rows.copy(catalog, "stock_movements", "reservation_id", template, """
                'id', gen_random_uuid(), 'reservation_id', c.order_id""");
        for (String level : List.of("stock_levels", "location_levels")) {
            rows.execute(
                    catalog,
                    "update " + level + " set on_hand = on_hand - (select count(*) from copies) where sku = ?",
                    sku);
        }
        for (Connection connection : List.of(orders, payments, catalog)) {
            connection.commit();
        }
    }

    /** What each copy has of its own, as a table that a statement can read. */
    private record Rows(Batch batch, List<String> intents) {
        private static final String TABLE =
                "with copies (order_id, operation_id, intent_id) as (select * from unnest(?, ?, ?)) ";

        void copy(Connection connection, String table, String key, UUID template, String changes) throws SQLException {
            execute(connection, """
                    insert into %1$s select made.* from %1$s t, copies c,
                        lateral jsonb_populate_record(t, jsonb_build_object(%2$s)) made
                    where t.%3$s = ?""".formatted(table, changes, key), template);
        }

        void execute(Connection connection, String statement, Object parameter) throws SQLException {
            try (PreparedStatement sql = connection.prepareStatement(TABLE + statement)) {
                sql.setArray(1, connection.createArrayOf("uuid", batch.orders().toArray()));
                sql.setArray(
                        2, connection.createArrayOf("uuid", batch.operations().toArray()));
                sql.setArray(3, connection.createArrayOf("text", intents.toArray()));
                sql.setObject(4, parameter);
                sql.executeUpdate();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        orders.close();
        payments.close();
        catalog.close();
    }
}
