package dev.quayside.payment.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** An order of {@link OtherServices}. It awaits its payment until it is told, or made, to be something else. */
public final class FakeOrder {
    final UUID id;
    private final long total;
    volatile String status = "awaiting_payment";
    private volatile String dispute = "none";
    private volatile long captured;
    private volatile boolean authorized;
    private volatile long refunded;
    private volatile long version = 1;
    private volatile int restocked;
    private volatile Instant updatedAt = Instant.now().minusSeconds(3600);

    FakeOrder(UUID id, long total) {
        this.id = id;
        this.total = total;
    }

    /** It knows of its payment, and is in this state. */
    public FakeOrder paid(String becomes) {
        status = becomes;
        captured = total;
        version = 3;
        return this;
    }

    /** It is confirmed, and knows that its money is granted. */
    public FakeOrder authorized() {
        status = "confirmed";
        authorized = true;
        version = 3;
        return this;
    }

    /** It knows of this much money, and of no more. */
    public FakeOrder pays(long amount) {
        captured = amount;
        version = 2;
        return this;
    }

    public FakeOrder becomes(String another) {
        status = another;
        return this;
    }

    public FakeOrder restocks(int units) {
        restocked = units;
        return this;
    }

    public boolean isRefunded(long amount) {
        return refunded == amount;
    }

    public FakeOrder updated(Instant at) {
        updatedAt = at;
        return this;
    }

    public String status() {
        return status;
    }

    int restocked() {
        return restocked;
    }

    boolean take(JsonNode state) {
        if (state.path("version").asLong() <= version) {
            return false;
        }
        version = state.path("version").asLong();
        captured = state.path("captured").asLong();
        refunded = state.path("refunded").asLong();
        dispute = state.path("disputeStatus").asText();
        authorized = state.path("status").asText().equals("authorized");
        boolean canceled = state.path("status").asText().equals("canceled");
        if (status.equals("awaiting_payment") && (captured == total || authorized)) {
            status = "confirmed";
        } else if (canceled && (status.equals("awaiting_payment") || status.equals("confirmed"))) {
            status = "cancelled";
        }
        return true;
    }

    Map<String, Object> view() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", id);
        view.put("status", status);
        view.put(
                "paymentStatus",
                authorized ? "authorized" : captured == 0 ? "unpaid" : refunded > 0 ? "partially_refunded" : "paid");
        view.put("disputeStatus", dispute);
        view.put("currency", "EUR");
        view.put("total", total);
        view.put("captured", captured);
        view.put("refunded", refunded);
        view.put("paymentVersion", version);
        view.put("createdAt", updatedAt.toString());
        view.put("updatedAt", updatedAt.toString());
        view.put("quantities", Map.of("SKU-1", 2));
        view.put("restocked", restocked == 0 ? Map.of() : Map.of("SKU-1", restocked));
        return view;
    }
}
