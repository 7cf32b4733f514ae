package dev.quayside.payment.comparison;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as order-service knows it; amounts in minor units.
 *
 * @param paymentVersion the last version of the payment that it was told of
 * @param quantities units by sku
 * @param restocked units by sku that refunds have brought back, or owe to the shelf
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OrderSide(
        UUID id,
        String status,
        String paymentStatus,
        String disputeStatus,
        String currency,
        long total,
        long captured,
        long refunded,
        @Nullable Long paymentVersion,
        Instant updatedAt,
        Map<String, Integer> quantities,
        Map<String, Integer> restocked) {

    public OrderSide {
        disputeStatus = Objects.requireNonNullElse(disputeStatus, "none");
        quantities = Objects.requireNonNullElse(quantities, Map.of());
        restocked = Objects.requireNonNullElse(restocked, Map.of());
    }

    /** Whether it was paid, or counts as paid, and goes on. */
    @JsonIgnore
    public boolean isLive() {
        return status.equals("confirmed") || status.equals("completed");
    }

    /** Whether nothing more is to become of it. */
    @JsonIgnore
    public boolean isOver() {
        return status.equals("cancelled") || status.equals("abandoned");
    }

    /** Whether it is live because the issuer has granted its money, which is taken later. */
    @JsonIgnore
    public boolean isOnlyAuthorized() {
        return paymentStatus.equals("authorized");
    }

    @JsonIgnore
    public boolean awaitsPayment() {
        return status.equals("awaiting_payment");
    }
}
