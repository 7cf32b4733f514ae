package dev.quayside.stripe.idempotency;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.store.Json;
import dev.quayside.stripe.store.Store;
import dev.quayside.stripe.wire.ApiError;
import dev.quayside.stripe.wire.Call;
import dev.quayside.stripe.wire.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was answered under which key. A key is in use from the first request until its answer is sent; then the answer is
 * repeated for 24 hours. Keys are taken inside acts alone, which is what makes "the first" well defined.
 */
public final class IdempotencyKeys {
    private static final long KEPT_SECONDS = Duration.ofHours(24).toSeconds();
    private static final int LONGEST_KEY = 255;

    private final Store store;
    private final Map<String, String> stored;
    private final Set<String> inUse = ConcurrentHashMap.newKeySet();

    public IdempotencyKeys(Store store) {
        this.store = store;
        this.stored = store.map("idempotency");
    }

    /** The stored answer, or nothing if this call is the first under its key, which then is in use until {@link #end}. */
    public Optional<StoredReply> begin(Call call, String key) {
        if (key.length() > LONGEST_KEY) {
            throw ApiError.invalid(
                    null, null, "Idempotency-Key is too long. The maximum length is " + LONGEST_KEY + " characters.");
        }
        String row = stored.get(key);
        if (row != null && isAlive(Json.parse(row))) {
            return Optional.of(replay(call, key, Json.parse(row)));
        }
        if (!inUse.add(key)) {
            throw inUse(key);
        }
        return Optional.empty();
    }

    private boolean isAlive(ObjectNode row) {
        return store.clock().seconds() - row.path("created").asLong() < KEPT_SECONDS;
    }

    private static StoredReply replay(Call call, String key, ObjectNode row) {
        if (!row.path("fingerprint").asText().equals(Fingerprint.of(call))) {
            throw ApiError.of(
                    400,
                    "idempotency_error",
                    null,
                    "Keys for idempotent requests can only be used with the same parameters they were first used with."
                            + " Try using a key other than '" + key + "' if you meant to execute a different request.");
        }
        Reply reply = new Reply(row.path("status").asInt(), row.withObjectProperty("body"));
        return new StoredReply(reply, row.path("request").asText());
    }

    /** How a request is refused while the first one under its key still runs. */
    public static ApiError inUse(String key) {
        return ApiError.of(
                409,
                "idempotency_error",
                "idempotency_key_in_use",
                "There is currently another in-progress request using this Idempotent Key (that probably means you"
                        + " submitted twice, and the other request is still going through): " + key
                        + ". Please try again later.");
    }

    /** Keeps the answer; in the act that has the effect. */
    public void store(Call call, String key, Reply reply) {
        ObjectNode row = Json.object()
                .put("fingerprint", Fingerprint.of(call))
                .put("status", reply.status())
                .put("request", call.requestId())
                .put("created", store.clock().seconds());
        row.set("body", reply.body());
        stored.put(key, Json.write(row));
    }

    public void end(String key) {
        inUse.remove(key);
    }

    /** Forgets the keys that nobody can be answered from any more. */
    public void prune() {
        stored.keySet().stream()
                .filter(key -> !isAlive(Json.parse(stored.getOrDefault(key, "{}"))))
                .toList()
                .forEach(stored::remove);
    }
}
