package dev.quayside.gateway.upstream;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Asks the instances of a service that has several whether they are ready. One that is about to stop says so before it takes no more
 * requests, so that none is lost. An only instance is not asked: there is no choice.
 */
@Singleton
class Readiness {
    private static final Logger LOG = Logger.getLogger(Readiness.class);
    private static final String PATH = "/q/health/ready";
    private static final int UNAVAILABLE = 503;
    private static final long PATIENCE_MILLIS = 2_000;

    private final Vertx vertx;
    private final Upstreams upstreams;
    private final UpstreamSettings settings;
    private final HttpClient client;

    Readiness(Vertx vertx, Upstreams upstreams, UpstreamSettings settings) {
        this.vertx = vertx;
        this.upstreams = upstreams;
        this.settings = settings;
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) PATIENCE_MILLIS));
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(settings.probeEvery().toMillis(), timer -> askAll());
    }

    void askAll() {
        for (Upstream service : upstreams.all()) {
            List<Instance> instances = service.instances();
            if (instances.size() > 1) {
                instances.forEach(this::ask);
            }
        }
    }

    private void ask(Instance instance) {
        var unused = client.request(instance.request()
                        .setURI(PATH)
                        .setConnectTimeout(PATIENCE_MILLIS)
                        .setIdleTimeout(PATIENCE_MILLIS))
                .compose(HttpClientRequest::send)
                .onSuccess(answer -> note(instance, answer.statusCode() != UNAVAILABLE))
                .onFailure(failure -> unreachable(instance, failure));
    }

    /** One that is only slow is left to how its requests fare. */
    private static void unreachable(Instance instance, Throwable failure) {
        if (!(failure instanceof TimeoutException)) {
            note(instance, false);
        }
    }

    private static void note(Instance instance, boolean ready) {
        if (instance.ready(ready)) {
            LOG.infof("%s is %s", instance, ready ? "ready" : "not ready and is passed over");
        }
    }
}
