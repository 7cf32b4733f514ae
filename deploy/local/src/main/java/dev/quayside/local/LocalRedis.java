package dev.quayside.local;

import dev.quayside.local.process.Child;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import redis.embedded.RedisServer;

/** A Redis server on loopback, from Maven Central's binaries. */
public final class LocalRedis implements AutoCloseable {
    private final Runnable stop;
    private final int port;
    private final String credentials;
    private final @Nullable Child child;

    private LocalRedis(Runnable stop, int port, String credentials, @Nullable Child child) {
        this.stop = stop;
        this.port = port;
        this.credentials = credentials;
        this.child = child;
    }

    /**
     * Starts a server that keeps nothing on disk and asks for no password; for tests.
     *
     * @param port 0 for a free one
     */
    public static LocalRedis start(int port) {
        int chosen = port == 0 ? Ports.another() : port;
        RedisServer server = RedisServer.builder()
                .port(chosen)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .setting("appendonly no")
                .setting("maxmemory 256mb")
                .setting("maxmemory-policy volatile-ttl")
                .build();
        server.start();
        return new LocalRedis(server::stop, chosen, "", null);
    }

    /**
     * Starts a server that keeps its data in a directory, a second's worth at most being lost by kill -9, and demands a password. Its
     * output goes to {@code logs/redis.log} beside the directory.
     *
     * @param port 0 for a free one
     * @throws ShopException when it does not start; with the last lines of its log
     */
    public static LocalRedis durable(Path data, int port, String password) {
        return durable(data, port, password, died -> {});
    }

    static LocalRedis durable(Path data, int port, String password, Consumer<Child> onDeath) {
        int chosen = port == 0 ? Ports.another() : port;
        Child child = new DurableRedis(data.toAbsolutePath(), chosen, password).start(onDeath);
        return new LocalRedis(() -> child.stop(DurableRedis.STOPS_WITHIN), chosen, ":" + password + "@", child);
    }

    public int port() {
        return port;
    }

    /** The address as a Redis client takes it, with the password if there is one. */
    public String url() {
        return "redis://" + credentials + "127.0.0.1:" + port;
    }

    /** kill -9 of the server. Only for a durable one. */
    public void kill() {
        if (child == null) {
            throw new IllegalStateException("only a durable server can be killed");
        }
        child.kill();
    }

    @Override
    public void close() {
        stop.run();
    }
}
