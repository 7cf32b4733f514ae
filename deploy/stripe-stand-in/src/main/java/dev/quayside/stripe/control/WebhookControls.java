package dev.quayside.stripe.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.store.Book;
import dev.quayside.stripe.store.Json;
import dev.quayside.stripe.store.Origin;
import dev.quayside.stripe.webhook.Attempt;
import dev.quayside.stripe.webhook.ReleaseOrder;
import dev.quayside.stripe.webhook.Webhooks;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the network does with webhooks: holds, loses, repeats, delays and reorders them. */
public record WebhookControls(Book book, Webhooks webhooks) {

    void addTo(ControlRoutes routes) {
        routes.get("/webhooks", call -> Future.succeededFuture(webhooks.plan().json()))
                .post("/webhooks", this::change)
                .delete("/webhooks", this::clear)
                .post("/webhooks/release", this::release)
                .get(
                        "/webhooks/attempts",
                        call -> Future.succeededFuture(
                                answer(webhooks.attempts().all())))
                .post("/events/:id/deliver", this::deliver)
                .post("/webhook_endpoints/:id/roll", this::roll);
    }

    private Future<ObjectNode> change(ControlCall call) {
        webhooks.plan().change(call.body());
        return Future.succeededFuture(webhooks.plan().json());
    }

    /** Back to an honest network; what was held goes out first. */
    private Future<ObjectNode> clear(ControlCall call) {
        return webhooks.courier().release(ReleaseOrder.RECORDED, List.of()).map(attempts -> {
            webhooks.plan().clear();
            return answer(attempts);
        });
    }

    private Future<ObjectNode> release(ControlCall call) {
        String order = call.body().path("order").asText("recorded").toUpperCase(Locale.ROOT);
        List<String> events = new ArrayList<>();
        call.body().path("events").forEach(event -> events.add(event.asText()));
        return webhooks.courier().release(ReleaseOrder.valueOf(order), events).map(WebhookControls::answer);
    }

    private Future<ObjectNode> deliver(ControlCall call) {
        int times = call.body().path("times").asInt(1);
        Duration offset =
                Duration.ofSeconds(call.body().path("timestampOffsetSeconds").asLong(0));
        return webhooks.courier().deliverNow(call.id(), times, offset).map(WebhookControls::answer);
    }

    private Future<ObjectNode> roll(ControlCall call) {
        Duration overlap =
                Duration.ofSeconds(call.body().path("expireInSeconds").asLong(0));
        return book.act(
                Origin.NONE,
                () -> Json.object().put("secret", webhooks.endpoints().roll(call.id(), overlap)));
    }

    private static ObjectNode answer(List<Attempt> attempts) {
        ArrayNode all = Json.array();
        attempts.forEach(attempt -> all.add(attempt.json()));
        ObjectNode answer = Json.object();
        answer.set("attempts", all);
        return answer;
    }
}
