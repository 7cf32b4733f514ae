package dev.quayside.gateway.proxy;

import dev.quayside.gateway.upstream.Instance;
import dev.quayside.gateway.upstream.Upstream;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The ways that one request tries to a service. An instance that cannot be connected to has got nothing of it, so another one is tried,
 * whatever the method; whether a request may be sent a second time is for {@link Passage} to say. For one event loop alone.
 */
final class Attempts {
    private static final int MOST = 3;

    private final Upstream service;
    private final Duration queue;
    private final Set<Instance> tried = new LinkedHashSet<>();
    private @Nullable Instance last;
    private boolean underWay;

    Attempts(Upstream service, Duration queue) {
        this.service = service;
        this.queue = queue;
    }

    /** A request to an instance that can be reached, with nothing sent yet. Too many requests before this one are a 503. */
    Future<HttpClientRequest> open(HttpClient client) {
        Instance instance = next();
        last = instance;
        underWay = true;
        instance.begin();
        return client.request(instance.request().setConnectTimeout(queue.toMillis()))
                .recover(failure -> {
                    over();
                    return unreached(client, instance, failure);
                });
    }

    /** One that was not tried yet, or else the last again. */
    private Instance next() {
        Instance chosen = service.choose(tried).orElse(last);
        if (chosen == null) {
            throw new IllegalStateException("a service has an instance");
        }
        if (!tried.isEmpty()) {
            service.metrics().retried();
        }
        tried.add(chosen);
        return chosen;
    }

    private Future<HttpClientRequest> unreached(HttpClient client, Instance instance, Throwable failure) {
        // A connection that cannot be made fails by itself; what times out here is the wait for a free one.
        if (failure instanceof ConnectionPoolTooBusyException || failure instanceof TimeoutException) {
            service.metrics().refused();
            return Future.failedFuture(busy());
        }
        service.failed(instance);
        boolean more = tried.size() < MOST && service.choose(tried).isPresent();
        return more ? open(client) : Future.failedFuture(failure);
    }

    private static ProblemException busy() {
        return new ProblemException(CommonProblem.BUSY, "try again in a moment").withHeader("Retry-After", "2");
    }

    /** The instance begins to answer. */
    void answered() {
        Instance instance = last;
        if (instance != null) {
            service.succeeded(instance);
        }
    }

    /** The instance took the request and broke off, or did not answer in time. */
    void failed() {
        Instance instance = last;
        if (instance != null && underWay) {
            service.failed(instance);
        }
    }

    /** The request does not use its instance any more; may be said twice. */
    void over() {
        Instance instance = last;
        if (instance != null && underWay) {
            underWay = false;
            instance.end();
        }
    }

    /** An address that names the service as one that a client can follow. */
    String withoutOwnAddress(String location) {
        Instance instance = last;
        return instance == null ? location : instance.withoutOwnAddress(location);
    }
}
