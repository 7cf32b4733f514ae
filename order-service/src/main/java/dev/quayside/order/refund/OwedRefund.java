package dev.quayside.order.refund;

import java.util.UUID;

/** A refund that is owed and whose outcome is not known yet. {@code amount} is in minor units of the order's currency. */
public record OwedRefund(UUID id, UUID orderId, long amount) {}
