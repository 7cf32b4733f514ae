/**
 * Cancelling and expiring orders.
 *
 * <p>The wish is stored first, then the payment is cancelled, and only when that is certain is stock let go. What was paid meanwhile is
 * refunded in full, once, or, when only the clock had ended the order, the order is simply paid.
 */
@NullMarked
package dev.quayside.order.cancellation;

import org.jspecify.annotations.NullMarked;
