package dev.quayside.local;

import dev.quayside.local.process.LogFile;
import dev.quayside.local.secret.PrivateFiles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server on loopback, from Maven Central's binaries, with the shop's roles and schemas. */
public final class LocalPostgres implements AutoCloseable {
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final @Nullable PostgresFolder folder;

    private LocalPostgres(EmbeddedPostgres server, @Nullable PostgresFolder folder) {
        this.server = server;
        this.folder = folder;
    }

    /** A server for tests: on a free port, not durable, its superuser {@code postgres} without a password, gone when closed. */
    public static LocalPostgres forTests() {
        try {
            EmbeddedPostgres server =
                    builder(binariesOfThisUser()).setPort(Ports.another()).start();
            return withSchemas(server, RolePasswords.forTests(), null);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL does not start: " + e.getMessage(), e);
        }
    }

    /**
     * A server whose data lives in a directory and survives kill -9: every commit is on disk before it is answered. Everybody needs a
     * password. Its output goes to {@code logs/postgresql.log} beside the directory, its binaries to {@code bin}. A server that a
     * killed process left on the data is stopped first.
     *
     * @param port 0 for a free one
     * @param passwords also the one of the superuser {@code postgres}
     * @throws ShopException when it does not start; with the last lines of its log
     */
    public static LocalPostgres durable(Path data, int port, RolePasswords passwords) {
        PostgresFolder folder = new PostgresFolder(data.toAbsolutePath());
        Path logs = folder.data().resolveSibling("logs");
        LogFile log = new LogFile(logs.resolve("postgresql.log"));
        PrivateFiles.folder(logs);
        folder.prepare();
        try {
            EmbeddedPostgres server = durable(folder, port, passwords, log).start();
            LocalPostgres started = withSchemas(server, passwords, folder);
            folder.complete();
            return started;
        } catch (IOException | SQLException | RuntimeException e) {
            folder.endServer();
            throw new ShopException("PostgreSQL does not start: " + reason(e, log), e);
        }
    }

    private static EmbeddedPostgres.Builder durable(
            PostgresFolder folder, int port, RolePasswords passwords, LogFile log) throws IOException {
        Path password = folder.data().resolveSibling("postgresql.password");
        PrivateFiles.write(password, passwords.of(RolePasswords.SUPERUSER) + "\n");
        EmbeddedPostgres.Builder builder = builder(Binaries.beside(folder.data()));
        builder.setPort(port == 0 ? Ports.another() : port);
        // initdb's options after its -A trust, which they overrule: no moment without a password.
        builder.setLocaleConfig("auth", "scram-sha-256").setLocaleConfig("pwfile", password.toString());
        return builder.setDataDirectory(folder.data())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setConnectConfig("password", passwords.of(RolePasswords.SUPERUSER))
                .setDataDirectoryCustomizer(initialised -> folder.demandPasswords())
                .setOutputRedirector(Redirect.appendTo(log.path().toFile()))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
    }

    private static EmbeddedPostgres.Builder builder(Path binaries) throws IOException {
        Files.createDirectories(binaries);
        // The collation is part of the data, and must not come from the locale of whoever was the first to start the
        // server.
        return EmbeddedPostgres.builder()
                .setPGStartupWait(STARTS_WITHIN)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "200")
                .setServerConfig("password_encryption", "scram-sha-256");
    }

    /** Not a folder that users share: nobody may run a server that another user put there. */
    private static Path binariesOfThisUser() {
        return new File(System.getProperty("java.io.tmpdir"), "quayside-" + System.getProperty("user.name")).toPath();
    }

    private static LocalPostgres withSchemas(
            EmbeddedPostgres server, RolePasswords passwords, @Nullable PostgresFolder folder) throws SQLException {
        Schemas.createDatabase(server.getPostgresDatabase());
        Schemas.create(server.getDatabase(RolePasswords.SUPERUSER, Schemas.DATABASE), passwords);
        return new LocalPostgres(server, folder);
    }

    private static String reason(Exception e, LogFile log) {
        String lines = String.join("\n  ", log.lastLines(5));
        return e.getMessage() + (lines.isEmpty() ? "" : "\n  " + lines) + "\n  The whole log: " + log.path();
    }

    public int port() {
        return server.getPort();
    }

    /** The JDBC URL of the shop's database, without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + Schemas.DATABASE;
    }

    /** The server's own process; empty for one that is not durable. */
    Optional<ProcessHandle> process() {
        return Optional.ofNullable(folder).flatMap(PostgresFolder::server);
    }

    /** kill -9 of the server; what was committed is there after the next start. Only for a durable one. */
    public void kill() {
        if (folder == null) {
            throw new IllegalStateException("only a durable server can be killed");
        }
        folder.killServer();
        closeLibrary();
    }

    @Override
    public void close() {
        closeLibrary();
        if (folder != null) {
            // The library gives up after five seconds and leaves the server running.
            folder.endServer();
        }
    }

    private void closeLibrary() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL does not stop: " + e.getMessage(), e);
        }
    }
}
