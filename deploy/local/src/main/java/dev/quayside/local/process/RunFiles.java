package dev.quayside.local.process;

import dev.quayside.local.secret.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One small file for each running child: its process id and when it started. */
public final class RunFiles {
    /** The system's idea of a process's start moves by a second when the clock is set right. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    private final Path folder;

    public RunFiles(Path folder) {
        this.folder = folder;
        PrivateFiles.folder(folder);
    }

    /** Writes a child down. */
    public void add(String name, ProcessHandle process) {
        long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        PrivateFiles.write(folder.resolve(name + ".pid"), process.pid() + " " + started + "\n");
    }

    /** Forgets a child that has ended. */
    public void remove(String name) {
        delete(folder.resolve(name + ".pid"));
    }

    /** Ends what an earlier launcher left running, politely first. */
    public void endLeftovers(Duration patience) {
        end(files(), patience);
    }

    /** Ends one child that an earlier launcher left running, if it did. */
    public void endLeftover(String name, Duration patience) {
        end(List.of(folder.resolve(name + ".pid")), patience);
    }

    private void end(List<Path> files, Duration patience) {
        List<ProcessHandle> left = files.stream()
                .filter(Files::exists)
                .map(RunFiles::stillRunning)
                .flatMap(Optional::stream)
                .toList();
        left.forEach(ProcessHandle::destroy);
        left.forEach(process -> Signals.awaitEnd(process, patience));
        left.stream().filter(Signals::isRunning).forEach(ProcessHandle::destroyForcibly);
        left.forEach(process -> Signals.awaitEnd(process, patience));
        files.forEach(RunFiles::delete);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".pid")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private static Optional<ProcessHandle> stillRunning(Path file) {
        try {
            String[] words = Files.readString(file).trim().split(" ", 2);
            Instant started = Instant.ofEpochMilli(Long.parseLong(words[1]));
            return ProcessHandle.of(Long.parseLong(words[0])).filter(process -> startedAt(process, started));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean startedAt(ProcessHandle process, Instant started) {
        return process.info()
                .startInstant()
                .map(instant -> Duration.between(instant, started).abs().compareTo(SLACK) <= 0)
                .orElse(false);
    }
}
