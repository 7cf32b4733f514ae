package dev.quayside.stripe.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.store.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** What a test wants to go wrong, or to be exact, with deliveries from now on. In memory: a restart is an honest Stripe. */
public final class DeliveryPlan {
    private final Set<String> held = new LinkedHashSet<>();
    private final Set<String> dropTypes = new LinkedHashSet<>();
    private boolean hold;
    private boolean beforeReply;
    private int dropNext;
    private int repeat = 1;
    private long delayMillis;
    private long jitterMillis;
    private @Nullable String apiVersion;

    /** Changes what the body names and leaves the rest. */
    public synchronized void change(ObjectNode body) {
        hold = body.path("hold").asBoolean(hold);
        beforeReply = body.path("beforeReply").asBoolean(beforeReply);
        dropNext = Math.max(0, body.path("dropNext").asInt(dropNext));
        repeat = Math.max(1, Math.min(100, body.path("repeat").asInt(repeat)));
        delayMillis = Math.max(0, body.path("delayMillis").asLong(delayMillis));
        jitterMillis = Math.max(0, body.path("jitterMillis").asLong(jitterMillis));
        if (body.has("apiVersion")) {
            apiVersion = body.hasNonNull("apiVersion") ? body.path("apiVersion").asText() : null;
        }
        if (body.has("dropTypes")) {
            dropTypes.clear();
            for (JsonNode type : body.path("dropTypes")) {
                dropTypes.add(type.asText());
            }
        }
    }

    public synchronized void clear() {
        hold = false;
        beforeReply = false;
        dropNext = 0;
        repeat = 1;
        delayMillis = 0;
        jitterMillis = 0;
        apiVersion = null;
        dropTypes.clear();
        held.clear();
    }

    public synchronized ObjectNode json() {
        ObjectNode json = Json.object()
                .put("hold", hold)
                .put("held", held.size())
                .put("beforeReply", beforeReply)
                .put("dropNext", dropNext)
                .put("repeat", repeat)
                .put("delayMillis", delayMillis)
                .put("jitterMillis", jitterMillis)
                .put("apiVersion", apiVersion);
        json.set("dropTypes", Json.array(dropTypes));
        return json;
    }

    /** True if the delivery is kept back, to be had again from {@link #held}. */
    synchronized boolean holds(String delivery) {
        return hold && (held.contains(delivery) || held.add(delivery));
    }

    synchronized List<String> held() {
        return new ArrayList<>(held);
    }

    synchronized void release(List<String> deliveries, boolean open) {
        deliveries.forEach(held::remove);
        hold = hold && !open;
    }

    /** True if the event of this type is to be lost for good. */
    synchronized boolean drops(String type) {
        if (dropTypes.contains(type)) {
            return true;
        }
        if (dropNext > 0) {
            dropNext--;
            return true;
        }
        return false;
    }

    synchronized int repeat() {
        return repeat;
    }

    synchronized long delayMillis() {
        return delayMillis
                + (jitterMillis == 0 ? 0 : ThreadLocalRandom.current().nextLong(jitterMillis + 1));
    }

    public synchronized boolean beforeReply() {
        return beforeReply;
    }

    /** The version that events claim to be of, instead of the endpoint's; null for the truth. */
    synchronized @Nullable String apiVersion() {
        return apiVersion;
    }
}
