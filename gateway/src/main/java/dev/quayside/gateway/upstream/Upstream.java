package dev.quayside.gateway.upstream;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One service: its instances, and which of them gets the next request. */
public final class Upstream {
    private final List<ServiceUrl> urls;
    private final Clock clock;
    private final UpstreamMetrics metrics;
    private volatile List<Instance> instances;

    Upstream(List<ServiceUrl> urls, Clock clock, UpstreamMetrics metrics) {
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("a service needs an address");
        }
        this.urls = urls;
        this.clock = clock;
        this.metrics = metrics;
        // Until they are looked up, names are left to whoever connects.
        this.instances = urls.stream().map(url -> new Instance(url, url.host())).toList();
    }

    /**
     * The instance with the fewest requests under way among those that work; when none of them is left, one that perhaps does not.
     *
     * @param tried those that need not be tried again
     */
    public Optional<Instance> choose(Collection<Instance> tried) {
        List<Instance> all = instances;
        if (all.size() == 1 && tried.isEmpty()) {
            return Optional.of(all.get(0));
        }
        long now = clock.millis();
        Instance best = leastBusy(all, each -> each.isUsable(now) && !tried.contains(each));
        return Optional.ofNullable(best == null ? leastBusy(all, each -> !tried.contains(each)) : best);
    }

    private static @Nullable Instance leastBusy(List<Instance> all, Predicate<Instance> wanted) {
        int start = ThreadLocalRandom.current().nextInt(all.size());
        Instance best = null;
        for (int i = 0; i < all.size(); i++) {
            Instance each = all.get((start + i) % all.size());
            if (wanted.test(each) && (best == null || each.pending() < best.pending())) {
                best = each;
            }
        }
        return best;
    }

    /** An instance has begun to answer. */
    public void succeeded(Instance instance) {
        instance.succeeded(clock.millis());
    }

    /** An instance could not be reached, or broke off before it answered, or did not answer in time. */
    public void failed(Instance instance) {
        if (instance.failed(clock.millis())) {
            metrics.ejected(instance);
        }
    }

    /** What happens to its requests is counted here. */
    public UpstreamMetrics metrics() {
        return metrics;
    }

    List<ServiceUrl> urls() {
        return urls;
    }

    List<Instance> instances() {
        return instances;
    }

    int usable() {
        long now = clock.millis();
        return (int)
                instances.stream().filter(instance -> instance.isUsable(now)).count();
    }

    /** A name now stands for these addresses. What is known of those that stay is kept. */
    synchronized void found(ServiceUrl url, List<String> addresses) {
        List<Instance> next = new ArrayList<>();
        for (ServiceUrl each : urls) {
            if (each.equals(url)) {
                addresses.forEach(address -> next.add(known(url, address)));
            } else {
                instances.stream().filter(instance -> instance.isOf(each)).forEach(next::add);
            }
        }
        instances = List.copyOf(next);
    }

    private Instance known(ServiceUrl url, String address) {
        return instances.stream()
                .filter(instance -> instance.isAt(url, address))
                .findFirst()
                .orElseGet(() -> new Instance(url, address));
    }
}
