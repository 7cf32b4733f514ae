package dev.quayside.order.checkout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/**
 * A successful checkout.
 *
 * @param order the order with its token and payment, as JSON: the first answer's order stays as it was then
 * @param replayed whether it is the answer of an earlier request with the same key
 */
record CheckoutAnswer(UUID orderId, ObjectNode order, boolean replayed) {}
