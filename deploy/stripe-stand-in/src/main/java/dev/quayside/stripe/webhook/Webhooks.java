package dev.quayside.stripe.webhook;

import dev.quayside.stripe.event.Announcer;
import dev.quayside.stripe.event.Events;
import dev.quayside.stripe.store.Book;
import dev.quayside.stripe.store.Schedule;
import dev.quayside.stripe.store.Store;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;

/** The parts of webhook delivery, put together. */
public final class Webhooks {
    private final WebhookEndpoints endpoints;
    private final DeliveryPlan plan = new DeliveryPlan();
    private final Attempts attempts = new Attempts();
    private final Deliveries deliveries;
    private final Courier courier;

    /** Each entry of {@code retries} is a retry, and says after which time it follows. */
    public Webhooks(Vertx vertx, Book book, Store store, Schedule schedule, List<Duration> retries, Duration timeout) {
        endpoints = new WebhookEndpoints(store);
        deliveries = new Deliveries(store, book, schedule, endpoints, retries);
        courier = new Courier(
                vertx,
                book,
                deliveries,
                Events.documents(store),
                plan,
                new Letters(store, endpoints, plan),
                new Postman(vertx, store.clock(), attempts, timeout));
        deliveries.connect(courier::dispatch);
    }

    public WebhookEndpoints endpoints() {
        return endpoints;
    }

    public DeliveryPlan plan() {
        return plan;
    }

    public Attempts attempts() {
        return attempts;
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    public Courier courier() {
        return courier;
    }

    public Announcer announcer() {
        return deliveries;
    }
}
