package dev.quayside.order.order;

import dev.quayside.kit.money.Currency;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An order as the audit reads it: amounts in minor units, quantities by sku.
 *
 * @param restocked units that refunds have brought back on the shelf, or owe to it
 */
public record AuditedOrder(
        UUID id,
        OrderStatus status,
        PaymentStatus paymentStatus,
        Currency currency,
        long total,
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
                Map.copyOf(quantities),
                restocked);
    }
}
