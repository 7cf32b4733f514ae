package dev.quayside.payment.gateway;

import java.util.UUID;

/** The frozen parameters of a refund; the ids become its metadata. */
public record RefundOrder(UUID orderId, UUID refundId, UUID operationId, String intentId, long amount) {}
