package dev.quayside.order.order;

import dev.quayside.kit.money.Currency;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
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

    static AuditedOrder of(Order order, Map<String, Integer> restocked) {
        Map<String, Integer> quantities = new TreeMap<>();
        order.lines.forEach(line -> quantities.merge(line.sku, line.quantity, Integer::sum));
        return new AuditedOrder(
                order.id,
                order.status,
                order.payment.status,
                order.amounts.in(),
                order.amounts.total,
                order.payment.dispute,
                order.payment.capture.method,
                order.payment.capture.amount,
                order.payment.captured,
                order.payment.refunded,
                order.payment.version,
                order.createdAt,
                order.updatedAt,
                Map.copyOf(quantities),
                restocked);
    }
}
