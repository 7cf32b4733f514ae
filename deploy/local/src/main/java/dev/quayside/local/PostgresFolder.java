package dev.quayside.local;

import dev.quayside.local.process.Signals;
import dev.quayside.local.secret.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** PostgreSQL's data on disk: whether it is whole, who may log in, and which server has it open. */
final class PostgresFolder {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Over TCP a password is demanded of everybody, the superuser too, as in production; there is no other way in. */
    private static final String WHO_MAY_LOG_IN = """
            # Written at every start by deploy/up.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128      scram-sha-256
            """;

    private final Path data;

    /** @param data PostgreSQL's own directory */
    PostgresFolder(Path data) {
        this.data = data;
    }

    Path data() {
        return data;
    }

    /** Ends a server that a killed launcher left, and removes what a killed first start left half made. */
    void prepare() {
        endServer();
        if (Files.exists(data) && !isComplete()) {
            Folders.delete(data);
        }
        PrivateFiles.folder(data);
    }

    /** The first start is whole: from here on the data is worth keeping. */
    void complete() {
        if (!isComplete()) {
            PrivateFiles.write(completed(), "");
        }
    }

    void demandPasswords() {
        PrivateFiles.write(data.resolve("pg_hba.conf"), WHO_MAY_LOG_IN);
    }

    /** The server that has the data open, if any. */
    Optional<ProcessHandle> server() {
        return firstLineOfPidFile()
                .flatMap(ProcessHandle::of)
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    }

    /** Closes connections, writes everything down, ends. Afterwards no server has the data open. */
    void endServer() {
        server().ifPresent(process -> {
            // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for every client to leave.
            Signals.send("INT", process.pid());
            if (!Signals.awaitEnd(process, PATIENCE)) {
                kill(process);
            }
        });
        server().ifPresent(process -> {
            throw new ShopException(
                    "PostgreSQL (process " + process.pid() + ") has " + data + " open and does not end.");
        });
        // Left by a kill -9; after a restart of the machine the number in it may be anybody's, and PostgreSQL would not
        // start.
        deleteIfExists(data.resolve("postmaster.pid"));
    }

    /** kill -9 of the server. */
    void killServer() {
        server().ifPresent(PostgresFolder::kill);
    }

    /** With its sessions, which would notice a little later and keep the next server from starting until then. */
    private static void kill(ProcessHandle server) {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> Signals.awaitEnd(process, PATIENCE));
    }

    boolean isComplete() {
        return Files.exists(completed());
    }

    private Path completed() {
        return data.resolveSibling(data.getFileName() + ".complete");
    }

    private Optional<Long> firstLineOfPidFile() {
        Path file = data.resolve("postmaster.pid");
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.stream().findFirst().map(String::trim).map(Long::valueOf);
        } catch (IOException | NumberFormatException halfWritten) {
            return Optional.empty();
        }
    }

    private static void deleteIfExists(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}
