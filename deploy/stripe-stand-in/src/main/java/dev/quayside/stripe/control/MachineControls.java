package dev.quayside.stripe.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.fault.Faults;
import dev.quayside.stripe.idempotency.IdempotencyKeys;
import dev.quayside.stripe.server.Journal;
import dev.quayside.stripe.store.Book;
import dev.quayside.stripe.store.Json;
import dev.quayside.stripe.store.Origin;
import dev.quayside.stripe.store.Schedule;
import dev.quayside.stripe.store.Store;
import dev.quayside.stripe.webhook.Webhooks;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/** The stand-in itself: its clock, its faults, what it has seen, and how to make it forget. */
public record MachineControls(
        Book book,
        Store store,
        Schedule schedule,
        IdempotencyKeys keys,
        Faults faults,
        Journal journal,
        Webhooks webhooks,
        Runnable afterReset) {

    void addTo(ControlRoutes routes) {
        routes.get("/health", call -> Future.succeededFuture(Json.object().put("status", "UP")))
                .get("/clock", call -> book.act(Origin.NONE, this::now))
                .post("/clock", this::advance)
                .get("/faults", call -> Future.succeededFuture(listed()))
                .post("/faults", this::addFault)
                .delete("/faults", this::clearFaults)
                .get("/requests", this::requests)
                .get("/stats", call -> book.act(Origin.NONE, this::stats))
                .post("/reset", call -> reset());
    }

    private ObjectNode now() {
        return Json.object()
                .put("now", store.clock().seconds())
                .put(
                        "aheadSeconds",
                        store.clock().seconds() - store.clock().machineTime().getEpochSecond());
    }

    private Future<ObjectNode> advance(ControlCall call) {
        Duration by = Duration.ofSeconds(call.body().path("advanceSeconds").asLong());
        return book.act(Origin.NONE, () -> {
            store.clock().advance(by);
            keys.prune();
            schedule.runDue();
            return now();
        });
    }

    private ObjectNode listed() {
        ObjectNode answer = Json.object();
        answer.set("faults", faults.json());
        return answer;
    }

    private Future<ObjectNode> addFault(ControlCall call) {
        faults.add(call.body());
        return Future.succeededFuture(listed());
    }

    private Future<ObjectNode> clearFaults(ControlCall call) {
        faults.clear();
        return Future.succeededFuture(listed());
    }

    /** {@code ?method=POST&path=/v1/refunds&key=…} narrow the list; a path is a prefix. */
    private Future<ObjectNode> requests(ControlCall call) {
        ArrayNode all = Json.array();
        for (ObjectNode entry : journal.all()) {
            boolean wanted = Optional.ofNullable(call.query().get("path"))
                            .map(path -> entry.path("path").asText().startsWith(path))
                            .orElse(true)
                    && equal(call, "method", entry.path("method").asText())
                    && equal(call, "key", entry.path("idempotencyKey").asText());
            if (wanted) {
                all.add(entry);
            }
        }
        ObjectNode answer = Json.object();
        answer.set("requests", all);
        return Future.succeededFuture(answer);
    }

    private static boolean equal(ControlCall call, String name, String value) {
        return Optional.ofNullable(call.query().get(name)).map(value::equals).orElse(true);
    }

    private ObjectNode stats() {
        ObjectNode objects = Json.object();
        store.sizes().forEach(objects::put);
        ObjectNode stats = Json.object()
                .put("requests", journal.total())
                .put("faultsInjected", faults.injected())
                .put("webhookAttempts", webhooks.attempts().total())
                .put("webhookFailures", webhooks.attempts().failed())
                .put("webhooksPending", webhooks.deliveries().pending());
        stats.set("objects", objects);
        return stats;
    }

    private Future<ObjectNode> reset() {
        return book.act(Origin.NONE, () -> {
            faults.clear();
            journal.clear();
            webhooks.plan().clear();
            webhooks.attempts().clear();
            store.clear();
            afterReset.run();
            return Json.object().put("status", "reset");
        });
    }
}
