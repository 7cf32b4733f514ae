package dev.quayside.local;

import dev.quayside.local.process.Child;
import dev.quayside.local.process.Readiness;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** One running process of a service. */
public final class Instance implements AutoCloseable {
    /** Services may wait for 5 s after SIGTERM before they take no more requests, and then answer what is under way for up to 10 s. */
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(17);

    private final Service service;
    private final int port;
    private final Child child;

    Instance(Service service, int port, Child child) {
        this.service = service;
        this.port = port;
        this.child = child;
    }

    public Service service() {
        return service;
    }

    /** Its own address, not the gateway's. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public Path log() {
        return child.log().path();
    }

    public long pid() {
        return child.pid();
    }

    public boolean isAlive() {
        return child.isAlive();
    }

    /**
     * Waits until it can do its work.
     *
     * @throws ShopException when it ends or the time is over; with the last lines of its log
     */
    public void awaitReady(Duration patience) {
        try {
            if (!Readiness.await(URI.create(url() + service.readyPath()), patience, child::isAlive)) {
                throw new ShopException(
                        child.isAlive()
                                ? LastWords.of(
                                        child.name() + " is not ready after " + patience.toSeconds() + " s",
                                        child.log())
                                : LastWords.of(child));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ShopException("Interrupted while " + child.name() + " was starting.", e);
        }
    }

    /** SIGTERM, and kill -9 if it does not end. */
    public void stop() {
        child.stop(STOPS_WITHIN);
    }

    /** kill -9. */
    public void kill() {
        child.kill();
    }

    @Override
    public void close() {
        stop();
    }
}
