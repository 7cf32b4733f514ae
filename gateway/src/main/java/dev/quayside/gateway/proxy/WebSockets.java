package dev.quayside.gateway.proxy;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The WebSockets that are open through this instance: they are bounded, counted, and ended when it stops. */
@Singleton
public class WebSockets {
    private final WebSocketSettings settings;
    private final Counter opened;
    private final Counter refused;
    private final Set<Tunnel> open = new HashSet<>();
    private final Map<String, Integer> perAddress = new HashMap<>();
    private boolean stopping;

    WebSockets(WebSocketSettings settings, MeterRegistry registry) {
        if (settings.most() < 1 || settings.perAddress() < 1 || settings.idle().toMillis() < 1) {
            throw new IllegalStateException("QUAYSIDE_WEBSOCKETS, QUAYSIDE_WEBSOCKETS_PER_ADDRESS and"
                    + " QUAYSIDE_WEBSOCKETS_IDLE must be more than nothing");
        }
        this.settings = settings;
        this.opened = Counter.builder("gateway.websockets.opened")
                .description("WebSockets that a service took")
                .register(registry);
        this.refused = Counter.builder("gateway.websockets.refused")
                .description("WebSockets that were refused because too many are open")
                .register(registry);
        Gauge.builder("gateway.websockets.open", this, WebSockets::size)
                .description("WebSockets that are open or being opened")
                .register(registry);
    }

    /** Takes a place, before the service is asked. Too many of an address are a 429, too many in all, or an end near, a 503. */
    synchronized void enter(Tunnel tunnel) {
        if (stopping || open.size() >= settings.most()) {
            refused.increment();
            throw new ProblemException(CommonProblem.BUSY, "try again in a moment").withHeader("Retry-After", "5");
        }
        if (perAddress.getOrDefault(tunnel.address(), 0) >= settings.perAddress()) {
            refused.increment();
            throw new ProblemException(
                            GatewayProblem.TOO_MANY_WEBSOCKETS,
                            "at most " + settings.perAddress() + " of one address are open at once")
                    .withHeader("Retry-After", "30");
        }
        open.add(tunnel);
        perAddress.merge(tunnel.address(), 1, Integer::sum);
    }

    /** Its place is free; may be said twice. */
    synchronized void leave(Tunnel tunnel) {
        if (open.remove(tunnel)) {
            perAddress.computeIfPresent(tunnel.address(), (address, count) -> count == 1 ? null : count - 1);
        }
    }

    void opened() {
        opened.increment();
    }

    Duration idle() {
        return settings.idle();
    }

    synchronized int size() {
        return open.size();
    }

    /** Opens no more: whoever asks is sent to an instance that stays. */
    synchronized void close(@Observes ShutdownDelayInitiatedEvent stops) {
        stopping = true;
    }

    /** Ends all of them: their clients open others, at an instance that stays. Does not wait. */
    void stop(@Observes ShutdownEvent stops) {
        List<Tunnel> ending;
        synchronized (this) {
            stopping = true;
            ending = List.copyOf(open);
        }
        ending.forEach(Tunnel::end);
    }
}
