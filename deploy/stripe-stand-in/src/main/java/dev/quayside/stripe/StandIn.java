package dev.quayside.stripe;

import dev.quayside.stripe.control.ControlApi;
import dev.quayside.stripe.server.ApiServer;
import dev.quayside.stripe.store.Origin;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running Stripe stand-in. Point stripe-java at {@link #baseUrl()}; any {@code sk_test_…} key is a good one. What a real
 * Stripe would not offer (3DS by API, a movable clock, faults) is under {@code /_test}.
 */
public final class StandIn implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final Vertx vertx;
    private final Parts parts;
    private final Settings settings;
    private final HttpServer server;

    private StandIn(Vertx vertx, Parts parts, Settings settings, HttpServer server) {
        this.vertx = vertx;
        this.parts = parts;
        this.settings = settings;
        this.server = server;
    }

    /** Returns once requests are answered. */
    public static StandIn start(Settings settings) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(2));
        Parts parts = new Parts(vertx, settings);
        Router router = Router.router(vertx);
        ApiServer.mount(router, parts.routes(), parts.apiHandler());
        ControlApi.mount(router, parts.paymentControls(), parts.webhookControls(), parts.machineControls());
        HttpServer server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost(settings.host())
                        .setPort(settings.port())
                        .setMaxInitialLineLength(64 * 1024))
                .requestHandler(router);
        StandIn standIn = new StandIn(vertx, parts, settings, server);
        standIn.open();
        return standIn;
    }

    private void open() {
        try {
            await(server.listen());
            parts.reachableAt(baseUrl());
            await(parts.book().act(Origin.NONE, parts::wake));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    public int port() {
        return server.actualPort();
    }

    /** Where stripe-java's {@code setApiBase} has to point. */
    public String baseUrl() {
        return "http://" + settings.host() + ":" + port();
    }

    @Override
    public void close() {
        try {
            await(server.close());
            await(parts.book().close());
        } finally {
            await(vertx.close());
            parts.store().close();
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
