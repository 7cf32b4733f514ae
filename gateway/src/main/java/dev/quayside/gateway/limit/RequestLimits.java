package dev.quayside.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many requests get in: per customer, per API key, and per address for everyone else. */
@ApplicationScoped
public class RequestLimits {
    /** API keys that are refused. Each is looked up in the database, which guessing must not keep busy. */
    private static final Rule REFUSED_KEYS = new Rule("refused-keys", 60, Duration.ofSeconds(1));

    private static final Rule REFRESH = new Rule("refresh-address", 120, Duration.ofMillis(500));
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final int MOST_GOOD = 10_000;

    private final Limiter limiter;
    private final WaitingLimiter waiting;
    private final Standings standings;
    private final Map<Subject.Kind, Rule> rules;
    /** Keys that were good a while ago: a bad neighbour on the same address does not keep them out. */
    private final Cache<String, Boolean> good = Caffeine.newBuilder()
            .expireAfterWrite(GOOD_FOR)
            .maximumSize(MOST_GOOD)
            .build();

    RequestLimits(
            Limiter limiter,
            WaitingLimiter waiting,
            Standings standings,
            @ConfigProperty(name = "quayside.limits.address") String address,
            @ConfigProperty(name = "quayside.limits.customer") String customer,
            @ConfigProperty(name = "quayside.limits.key") String key) {
        this.limiter = limiter;
        this.waiting = waiting;
        this.standings = standings;
        this.rules = Map.of(
                Subject.Kind.ADDRESS, Rule.parse("address", address),
                Subject.Kind.CUSTOMER, Rule.parse("customer", customer),
                Subject.Kind.KEY, Rule.parse("key", key));
    }

    /** Counts a request; fails with a 429 when its subject has had too many. Does not block. */
    public Future<Void> count(RoutingContext exchange, Subject subject) {
        return count(exchange, rule(subject.kind()), subject.id());
    }

    /** Refuses to look an API key up for an address from which too many were refused, unless this very key was good lately. */
    public void beforeKey(RoutingContext exchange, String address, String key) {
        Standing empty = limiter.emptied(REFUSED_KEYS, address);
        if (empty != null && good.getIfPresent(Sha256.of(key)) == null) {
            standings.note(exchange, empty);
        }
    }

    /** Remembers a key that was good. */
    public void goodKey(String key) {
        good.put(Sha256.of(key), true);
    }

    /** Counts a key that was refused; fails with a 429 when there were too many. Does not block. */
    public Future<Void> refusedKey(RoutingContext exchange, String address) {
        return count(exchange, REFUSED_KEYS, address);
    }

    /** Counts a refresh of tokens; too many are a 429. Blocks. */
    public void beforeRefresh(String address) {
        waiting.take(REFRESH, address);
    }

    private Future<Void> count(RoutingContext exchange, Rule rule, String id) {
        Promise<Void> counted = promise();
        limiter.take(rule, id)
                .subscribe()
                .with(
                        standing -> {
                            try {
                                standings.note(exchange, standing);
                                counted.complete();
                            } catch (RuntimeException refused) {
                                counted.fail(refused);
                            }
                        },
                        counted::fail);
        return counted.future();
    }

    private Rule rule(Subject.Kind kind) {
        Rule rule = rules.get(kind);
        if (rule == null) {
            throw new IllegalStateException("a limit for each kind of subject");
        }
        return rule;
    }

    /** Redis answers on a thread of its own; the request goes on on the one that it began on. */
    private static Promise<Void> promise() {
        Context context = Vertx.currentContext();
        return context instanceof ContextInternal here ? here.promise() : Promise.promise();
    }
}
