/**
 * The payments of orders, as payment-service keeps them: opened, read, cancelled and refunded there, and told of here by events.
 *
 * <p>Whatever an answer or an event says goes through one function, by version, so their order does not matter. A client secret is
 * handed out only while its order can be paid.
 */
@NullMarked
package dev.quayside.order.payment;

import org.jspecify.annotations.NullMarked;
