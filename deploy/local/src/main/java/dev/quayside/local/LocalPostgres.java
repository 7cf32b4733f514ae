package dev.quayside.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server on loopback, from Maven Central's binaries, with the shop's roles and schemas. */
public final class LocalPostgres implements AutoCloseable {
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    private LocalPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** A server for tests: on a free port, not durable, gone when closed. */
    public static LocalPostgres forTests() {
        return start(null, 0, RolePasswords.forTests());
    }

    /**
     * A server whose data lives in a directory and survives kill -9: every commit is on disk before it is answered.
     *
     * @param port 0 for a free one
     */
    public static LocalPostgres durable(Path data, int port, RolePasswords passwords) {
        return start(data, port, passwords);
    }

    private static LocalPostgres start(@Nullable Path data, int port, RolePasswords passwords) {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setPGStartupWait(STARTS_WITHIN)
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("password_encryption", "scram-sha-256");
            if (port != 0) {
                builder.setPort(port);
            }
            if (data != null) {
                builder.setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on");
            }
            EmbeddedPostgres server = builder.start();
            Schemas.createDatabase(server.getPostgresDatabase());
            Schemas.create(server.getDatabase("postgres", Schemas.DATABASE), passwords);
            return new LocalPostgres(server);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL does not start: " + e.getMessage(), e);
        }
    }

    public int port() {
        return server.getPort();
    }

    /** The JDBC URL of the shop's database, without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + Schemas.DATABASE;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL does not stop: " + e.getMessage(), e);
        }
    }
}
