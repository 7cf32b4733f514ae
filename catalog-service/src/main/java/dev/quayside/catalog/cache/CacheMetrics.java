package dev.quayside.catalog.cache;

import com.github.benmanes.caffeine.cache.Cache;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Where answers to shoppers come from, as numbers. */
@ApplicationScoped
class CacheMetrics {
    private final MeterRegistry registry;
    private final Counter here;
    private final Counter shared;
    private final Counter misses;
    private final Counter waits;

    CacheMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.here = hits("process");
        this.shared = hits("redis");
        this.misses = counter("misses", "Answers that were made by the database");
        this.waits = counter("waits", "Requests that waited for an answer which another one was making");
    }

    private Counter hits(String layer) {
        return Counter.builder("catalog.cache.hits")
                .description("Answers that were kept ready")
                .tag("layer", layer)
                .register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder("catalog.cache." + name).description(description).register(registry);
    }

    void watch(Cache<?, ?> answers, Knowledge knowledge) {
        Gauge.builder("catalog.cache.bytes", answers, CacheMetrics::bytes)
                .description("What the answers in the process weigh")
                .register(registry);
        Gauge.builder("catalog.cache.current", knowledge, known -> known.isCurrent() ? 1 : 0)
                .description("Whether changes are known; while they are not, nothing is served from a cache")
                .register(registry);
    }

    private static long bytes(Cache<?, ?> answers) {
        return answers.policy()
                .eviction()
                .flatMap(eviction -> eviction.weightedSize().stream().boxed().findFirst())
                .orElse(0L);
    }

    void hit() {
        here.increment();
    }

    void hitShared() {
        shared.increment();
    }

    void missed() {
        misses.increment();
    }

    void waited() {
        waits.increment();
    }
}
