package dev.quayside.gateway.upstream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jboss.logging.Logger;

/** What happens on the way to one service, as numbers. */
public final class UpstreamMetrics {
    private static final Logger LOG = Logger.getLogger(UpstreamMetrics.class);

    private final MeterRegistry registry;
    private final String service;
    private final Counter retries;
    private final Counter ejections;
    private final Counter busy;

    UpstreamMetrics(MeterRegistry registry, String service) {
        this.registry = registry;
        this.service = service;
        this.retries = counter("retries", "Requests that were sent to another instance, or again to the only one");
        this.ejections = counter("ejections", "Times that an instance was passed over because it failed too often");
        this.busy = counter("busy", "Requests that were refused because too many are under way and waiting");
    }

    private Counter counter(String name, String description) {
        return Counter.builder("gateway.upstream." + name)
                .description(description)
                .tag("service", service)
                .register(registry);
    }

    void watch(Upstream upstream) {
        Gauge.builder(
                        "gateway.upstream.instances",
                        upstream,
                        each -> each.instances().size())
                .description("Instances of a service that are known")
                .tag("service", service)
                .register(registry);
        Gauge.builder("gateway.upstream.usable", upstream, Upstream::usable)
                .description("Instances of a service that are not passed over")
                .tag("service", service)
                .register(registry);
        Gauge.builder("gateway.upstream.pending", upstream, UpstreamMetrics::pending)
                .description("Requests that are under way at a service or wait for a connection to it")
                .tag("service", service)
                .register(registry);
    }

    private static int pending(Upstream upstream) {
        return upstream.instances().stream().mapToInt(Instance::pending).sum();
    }

    /** A request is sent again. */
    public void retried() {
        retries.increment();
    }

    /** A request is refused. */
    public void refused() {
        busy.increment();
    }

    void ejected(Instance instance) {
        ejections.increment();
        LOG.warnf("%s at %s fails and is passed over for a while", service, instance);
    }
}
