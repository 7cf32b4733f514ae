package dev.quayside.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A child process with its output in a file. An end that nobody asked for is reported once. */
public final class Child {
    private final String name;
    private final Process process;
    private final LogFile log;
    private final RunFiles runFiles;
    private volatile boolean expectedToEnd;

    private Child(String name, Process process, LogFile log, RunFiles runFiles) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.runFiles = runFiles;
    }

    /** What to run, where and with what; the environment is the whole of it. */
    public record Command(String name, List<String> words, Map<String, String> environment, Path folder, LogFile log) {}

    /**
     * Starts a child.
     *
     * @param onDeath called when it ends without having been told to
     */
    public static Child start(Command command, RunFiles runFiles, Consumer<Child> onDeath) {
        ProcessBuilder builder = new ProcessBuilder(command.words())
                .directory(command.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(command.log().path().toFile()));
        builder.environment().clear();
        builder.environment().putAll(command.environment());
        try {
            Process process = builder.start();
            Child child = new Child(command.name(), process, command.log(), runFiles);
            runFiles.add(command.name(), process.toHandle());
            var unused = process.onExit().thenRun(() -> child.ended(onDeath));
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command.name(), e);
        }
    }

    private void ended(Consumer<Child> onDeath) {
        if (!expectedToEnd) {
            runFiles.remove(name);
            onDeath.accept(this);
        }
    }

    /** Asks it to end, and makes it end when it has not done so in time. */
    public void stop(Duration patience) {
        expectedToEnd = true;
        process.destroy();
        if (!ends(patience)) {
            process.destroyForcibly();
            ends(patience);
        }
        runFiles.remove(name);
    }

    /** kill -9: no instruction of it runs after this. */
    public void kill() {
        expectedToEnd = true;
        process.destroyForcibly();
        ends(Duration.ofSeconds(10));
        runFiles.remove(name);
    }

    private boolean ends(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    public String name() {
        return name;
    }

    public LogFile log() {
        return log;
    }

    /** Its exit status; only once it has ended. */
    public int exitStatus() {
        return process.exitValue();
    }
}
