/**
 * Capturing the authorised money of orders, for staff and scripts: once for an order, in whole or in part.
 *
 * <p>The wish is stored with the order's row locked before any call, and a durable step asks for it until its outcome is known. Whether a
 * capture or a cancellation comes first is decided by payment-service, which does one of them.
 */
@NullMarked
package dev.quayside.order.capture;

import org.jspecify.annotations.NullMarked;
