package dev.quayside.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/** A Redis server on loopback, from Maven Central's binaries. It holds nothing that may not be lost, so it keeps nothing on disk. */
public final class LocalRedis implements AutoCloseable {
    private final RedisServer server;
    private final int port;

    private LocalRedis(RedisServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a server.
     *
     * @param port 0 for a free one
     */
    public static LocalRedis start(int port) {
        int chosen = port == 0 ? freePort() : port;
        RedisServer server = RedisServer.builder()
                .port(chosen)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .setting("appendonly no")
                .setting("maxmemory 256mb")
                .setting("maxmemory-policy allkeys-lru")
                .build();
        server.start();
        return new LocalRedis(server, chosen);
    }

    public int port() {
        return port;
    }

    /** The address as a Redis client takes it. */
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.stop();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port on loopback", e);
        }
    }
}
