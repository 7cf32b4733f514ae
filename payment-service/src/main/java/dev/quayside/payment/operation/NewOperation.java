package dev.quayside.payment.operation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operation that is to be made.
 *
 * @param orderId the payment that it belongs to; null for one about a customer
 * @param subject what it is about: the order, the refund, the customer or the card
 * @param kind what it does
 * @param params what is sent with it, every time, as JSON
 */
public record NewOperation(@Nullable UUID orderId, UUID subject, OperationKind kind, String params) {}
