package dev.quayside.order.order;

import dev.quayside.kit.money.Currency;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as the audit and the reconciliation read it: amounts in minor units, quantities by sku.
 *
 * @param captureAmount what the shop has asked to be captured of an authorised payment
 * @param captured what the order knows to be captured
 * @param refunded what the order knows to be given back
 * @param paymentVersion the last version of the payment that it was told of
 * @param restocked units that refunds have brought back on the shelf, or owe to it
 */
public record AuditedOrder(
        UUID id,
        OrderStatus status,
        PaymentStatus paymentStatus,
        Currency currency,
        long total,
        DisputeStatus disputeStatus,
        CaptureMethod capture,
        @Nullable Long captureAmount,
        long captured,
        long refunded,
        @Nullable Long paymentVersion,
        Instant createdAt,
        Instant updatedAt,
        Map<String, Integer> quantities,
        Map<String, Integer> restocked) {

    /** From a row of {@link AuditedOrders}. */
    static AuditedOrder of(Tuple row, Map<String, Integer> quantities, Map<String, Integer> restocked) {
        return new AuditedOrder(
                row.get("id", UUID.class),
                row.get("status", OrderStatus.class),
                row.get("paymentStatus", PaymentStatus.class),
                Currency.of(row.get("currency", String.class)),
                row.get("total", Long.class),
                row.get("dispute", DisputeStatus.class),
                row.get("capture", CaptureMethod.class),
                row.get("captureAmount", Long.class),
                row.get("captured", Long.class),
                row.get("refunded", Long.class),
                row.get("paymentVersion", Long.class),
                row.get("createdAt", Instant.class),
                row.get("updatedAt", Instant.class),
                quantities,
                restocked);
    }
}
