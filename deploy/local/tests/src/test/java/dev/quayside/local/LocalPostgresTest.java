package dev.quayside.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quayside.local.process.Signals;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {
    private static final RolePasswords PASSWORDS = new RolePasswords(
            Map.of("catalog", "c1", "orders", "o1", "payments", "p1", "identity", "i1", "postgres", "s1"));

    private static Path data;
    private static LocalPostgres server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        data = folder.resolve("with space");
        server = LocalPostgres.durable(data, 0, PASSWORDS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatWasCommittedSurvivesKill() throws SQLException {
        execute("orders", "o1", "create table kept (number int)");
        execute("orders", "o1", "insert into kept values (42)");
        ProcessHandle before = server.process().orElseThrow();

        server.kill();
        assertThat(Signals.isRunning(before)).isFalse();
        server = LocalPostgres.durable(data, 0, PASSWORDS);

        assertThat(number("orders", "o1", "select number from kept")).isEqualTo(42);
    }

    @Test
    void noRoleReadsAnothersSchemaOrMakesTablesOutsideItsOwn() throws SQLException {
        for (String owner : Schemas.ROLES) {
            execute(owner, PASSWORDS.of(owner), "create table if not exists secret (number int)");
            for (String other : Schemas.ROLES) {
                if (!other.equals(owner)) {
                    assertRefused(other, "select * from " + owner + ".secret", "permission denied");
                    assertRefused(other, "create table " + owner + ".intruder (n int)", "permission denied");
                }
            }
            assertRefused(owner, "create table public.shared (n int)", "permission denied");
            assertRefused(owner, "create schema another", "permission denied");
        }
    }

    @Test
    void nobodyGetsInWithoutThePasswordNotEvenTheSuperuser() {
        for (String user : PASSWORDS.byRole().keySet()) {
            assertThatThrownBy(() -> connect(user, "wrong")).hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void eachCommitIsOnDiskBeforeItIsAnswered() throws SQLException {
        assertThat(text("postgres", "s1", "show fsync")).isEqualTo("on");
        assertThat(text("postgres", "s1", "show synchronous_commit")).isEqualTo("on");
    }

    private static void assertRefused(String role, String sql, String why) {
        assertThatThrownBy(() -> execute(role, PASSWORDS.of(role), sql)).hasMessageContaining(why);
    }

    private static Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), user, password);
    }

    private static void execute(String user, String password, String sql) throws SQLException {
        try (Connection connection = connect(user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(String user, String password, String sql) throws SQLException {
        return Integer.parseInt(text(user, password, sql));
    }

    private static String text(String user, String password, String sql) throws SQLException {
        try (Connection connection = connect(user, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
