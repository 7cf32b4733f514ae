package dev.quayside.local.process;

import java.io.IOException;
import java.time.Duration;

/** What {@link ProcessHandle} does not do: other signals, and telling the dead from the living. */
public final class Signals {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Signals() {}

    /** Sends a signal by the name that {@code kill} knows, such as {@code INT}. */
    public static void send(String signal, long pid) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            kill.waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("cannot run kill", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Whether it runs. One that has ended but that its parent has not been told of yet (an orphan's new parent may take its time) still
     * has its number, but no program any more.
     */
    public static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    /** Waits until the process has ended; false when it is still there after that time. */
    public static boolean awaitEnd(ProcessHandle process, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (isRunning(process) && System.nanoTime() < deadline) {
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !isRunning(process);
    }
}
