package dev.quayside.payment.operation;

import java.util.UUID;

/**
 * An operation that is to be made.
 *
 * @param orderId the payment that it belongs to
 * @param subject what it is about: the order, or the refund
 * @param kind what it does
 * @param params what is sent with it, every time, as JSON
 */
public record NewOperation(UUID orderId, UUID subject, OperationKind kind, String params) {}
