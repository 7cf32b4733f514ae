package dev.quayside.payment.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reservation of {@link OtherServices}: two units of one sku. */
public final class FakeReservation {
    private final UUID id;
    volatile String status;
    private volatile int returned;

    FakeReservation(UUID id, String status) {
        this.id = id;
        this.status = status;
    }

    /** What order-service's own steps would do for an order in its state. */
    void settle(@Nullable FakeOrder order) {
        if (order == null) {
            status = status.equals("held") ? "released" : status;
            return;
        }
        switch (order.status) {
            case "confirmed" -> {
                status = "committed";
                returned = order.restocked();
            }
            case "cancelled" -> status = status.equals("held") ? "released" : "returned";
            default -> {}
        }
    }

    Map<String, Object> view() {
        return Map.of(
                "id",
                id,
                "status",
                status,
                "updatedAt",
                Instant.now().minusSeconds(3600).toString(),
                "lines",
                List.of(Map.of("sku", "SKU-1", "quantity", 2, "returned", returned)));
    }
}
