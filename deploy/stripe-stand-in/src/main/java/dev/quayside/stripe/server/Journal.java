package dev.quayside.stripe.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.idempotency.Fingerprint;
import dev.quayside.stripe.store.Json;
import dev.quayside.stripe.wire.Call;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last API calls, so that a test can see what an application really sent: one key, one set of parameters. */
public final class Journal {
    private static final int KEPT = 5_000;
    private static final int LONGEST_PARAM = 600;

    private final Deque<ObjectNode> last = new ArrayDeque<>();
    private long total;

    /** Notes that a call has come in; its status stays 0 until it is answered, and for ever if it never is. */
    synchronized ObjectNode open(Call call, String fault) {
        ObjectNode entry = Json.object()
                .put("number", ++total)
                .put("method", call.method())
                .put("path", call.path())
                .put("idempotencyKey", call.idempotencyKey())
                .put("requestId", call.requestId())
                .put("caller", call.isPublishable() ? "publishable" : "secret")
                .put("fingerprint", Fingerprint.of(call))
                .put("fault", fault.isEmpty() ? null : fault)
                .put("status", 0)
                .put("replayed", false);
        ObjectNode params = entry.putObject("params");
        for (String pair : call.params().pairs()) {
            int equals = pair.indexOf('=');
            String value = pair.substring(equals + 1);
            params.put(pair.substring(0, equals), value.substring(0, Math.min(LONGEST_PARAM, value.length())));
        }
        last.addLast(entry);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
        return entry;
    }

    synchronized void close(ObjectNode entry, int status, boolean replayed) {
        entry.put("status", status).put("replayed", replayed);
    }

    /** Oldest first. */
    public synchronized List<ObjectNode> all() {
        List<ObjectNode> copies = new ArrayList<>();
        last.forEach(entry -> copies.add(entry.deepCopy()));
        return copies;
    }

    public synchronized long total() {
        return total;
    }

    public synchronized void clear() {
        last.clear();
        total = 0;
    }
}
