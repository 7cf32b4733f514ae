package dev.quayside.gateway.upstream;

import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One process of a service, and what is known of it. After five failures in a row it is passed over for a second, and twice as long each
 * time that it fails again, up to a minute. It is safe to be used by several threads.
 */
public final class Instance {
    private static final int FAILURES = 5;
    private static final long FIRST_MILLIS = 1_000;
    private static final long LONGEST_MILLIS = 60_000;

    private final ServiceUrl url;
    private final SocketAddress socket;
    private final AtomicInteger pending = new AtomicInteger();
    private volatile boolean ready = true;
    private volatile long ejectedUntil;
    private int failures;
    private int ejections;

    /** An instance at an address of its name, or at the name itself. */
    Instance(ServiceUrl url, String address) {
        this.url = url;
        this.socket = SocketAddress.inetSocketAddress(url.port(), address);
    }

    /** Whether there is no reason to pass it over. */
    boolean isUsable(long now) {
        return ready && now >= ejectedUntil;
    }

    /** Notes what it says of itself; whether that is new. */
    boolean ready(boolean is) {
        boolean changed = ready != is;
        ready = is;
        return changed;
    }

    int pending() {
        return pending.get();
    }

    /** A request goes to it. */
    public void begin() {
        pending.incrementAndGet();
    }

    /** That request is over, however it ended. */
    public void end() {
        pending.decrementAndGet();
    }

    /** It has answered. */
    synchronized void succeeded(long now) {
        failures = 0;
        if (ejections > 0 && now > ejectedUntil + LONGEST_MILLIS) {
            ejections = 0;
        }
    }

    /** It could not be reached or broke off; whether it is passed over from now on. */
    synchronized boolean failed(long now) {
        failures++;
        if (failures < FAILURES || now < ejectedUntil) {
            return false;
        }
        ejectedUntil = now + Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(ejections, 6));
        ejections++;
        return true;
    }

    /** Whom a request is for. */
    public RequestOptions request() {
        return new RequestOptions()
                .setServer(socket)
                .setHost(url.host())
                .setPort(url.port())
                .setSsl(url.tls());
    }

    public boolean tls() {
        return url.tls();
    }

    /** Where it is reached: over TLS by the name that its certificate has. */
    public String host() {
        return url.tls() ? url.host() : socket.host();
    }

    public int port() {
        return url.port();
    }

    /** A redirect or a new resource's address that names the service becomes one that a client can follow: its path. */
    public String withoutOwnAddress(String location) {
        String own = url.text() + "/";
        return location.startsWith(own) ? location.substring(own.length() - 1) : location;
    }

    boolean isOf(ServiceUrl configured) {
        return url.equals(configured);
    }

    boolean isAt(ServiceUrl configured, String address) {
        return isOf(configured) && socket.host().equals(address);
    }

    /** Its address, for logs and metrics. */
    @Override
    public String toString() {
        return socket.host() + ":" + socket.port();
    }
}
