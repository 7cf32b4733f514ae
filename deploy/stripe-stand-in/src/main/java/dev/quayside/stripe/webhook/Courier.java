package dev.quayside.stripe.webhook;

import dev.quayside.stripe.store.Book;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Documents;
import dev.quayside.stripe.store.Origin;
import dev.quayside.stripe.wire.ApiError;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Carries deliveries to their endpoints as the plan says, off the thread of any request, all at once and in no order, and
 * writes down how they ended.
 */
public final class Courier {
    private static final int MOST_COPIES = 100;

    private final Vertx vertx;
    private final Book book;
    private final Deliveries deliveries;
    private final Documents events;
    private final DeliveryPlan plan;
    private final Letters letters;
    private final Postman postman;
    private final Map<String, List<Future<?>>> byRequest = new ConcurrentHashMap<>();

    Courier(
            Vertx vertx,
            Book book,
            Deliveries deliveries,
            Documents events,
            DeliveryPlan plan,
            Letters letters,
            Postman postman) {
        this.vertx = vertx;
        this.book = book;
        this.deliveries = deliveries;
        this.events = events;
        this.plan = plan;
        this.letters = letters;
        this.postman = postman;
    }

    /** On the book's thread. */
    void dispatch(Document delivery, Optional<String> requestId) {
        if (plan.holds(delivery.id())) {
            return;
        }
        Future<?> carried = carry(delivery);
        if (plan.beforeReply()) {
            requestId.ifPresent(id ->
                    byRequest.computeIfAbsent(id, key -> new ArrayList<>()).add(carried));
        }
    }

    /** Completes when all that the request caused has been delivered or has failed once, but not later than the limit. */
    public Future<Void> settled(String requestId, Duration limit) {
        List<Future<?>> carried = byRequest.remove(requestId);
        if (carried == null) {
            return Future.succeededFuture();
        }
        return Future.join(carried)
                .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .<Void>mapEmpty()
                .otherwiseEmpty();
    }

    private Future<List<Attempt>> carry(Document delivery) {
        Optional<Letter> letter = letters.write(delivery);
        if (letter.isEmpty() || plan.drops(letter.get().type())) {
            return book.act(Origin.NONE, () -> {
                deliveries.lost(delivery.id());
                return List.of();
            });
        }
        return pause(plan.delayMillis())
                .compose(ready -> copies(List.of(letter.get()), plan.repeat(), Duration.ZERO))
                .compose(attempts -> book.act(Origin.NONE, () -> record(delivery.id(), attempts)));
    }

    private List<Attempt> record(String delivery, List<Attempt> attempts) {
        if (attempts.stream().anyMatch(Attempt::succeeded)) {
            deliveries.succeeded(delivery);
        } else {
            deliveries.failed(delivery);
        }
        return attempts;
    }

    private Future<Void> pause(long millis) {
        if (millis == 0) {
            return Future.succeededFuture();
        }
        Promise<Void> over = Promise.promise();
        vertx.setTimer(millis, id -> over.complete());
        return over.future();
    }

    private Future<List<Attempt>> copies(List<Letter> all, int times, Duration timestampOffset) {
        List<Future<Attempt>> posted = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.forEach(letter -> posted.add(postman.post(letter, timestampOffset)));
        }
        return Future.join(posted).map(done -> done.<Attempt>list());
    }

    /** Posts the event to everyone who wants it, this many times in parallel, whatever was delivered before. */
    public Future<List<Attempt>> deliverNow(String eventId, int times, Duration timestampOffset) {
        return book.act(
                        Origin.NONE,
                        () -> letters.toAll(events.find(eventId).orElseThrow(() -> ApiError.missing("event", eventId))))
                .compose(all -> copies(all, Math.max(1, Math.min(MOST_COPIES, times)), timestampOffset));
    }

    /** Delivers what is held, one after the other in this order; opens the gate unless only some events are named. */
    public Future<List<Attempt>> release(ReleaseOrder order, List<String> eventIds) {
        return book.act(Origin.NONE, () -> {
                    List<Document> held = order.sort(
                            plan.held().stream()
                                    .flatMap(id -> deliveries.find(id).stream())
                                    .toList(),
                            eventIds);
                    plan.release(held.stream().map(Document::id).toList(), eventIds.isEmpty());
                    return held;
                })
                .compose(this::oneByOne);
    }

    private Future<List<Attempt>> oneByOne(List<Document> held) {
        List<Attempt> attempts = new ArrayList<>();
        Future<List<Attempt>> chain = Future.succeededFuture(attempts);
        for (Document delivery : held) {
            chain = chain.compose(before -> book.act(Origin.NONE, () -> carry(delivery)))
                    .compose(carried -> carried)
                    .map(more -> {
                        attempts.addAll(more);
                        return attempts;
                    });
        }
        return chain;
    }
}
