/**
 * What a set of lines costs: lines − discounts + shipping + tax, in integers.
 *
 * <p>Tax is added on top of (subtotal − discount + shipping) and rounded once, half up. A total is one that Stripe can charge.
 */
@NullMarked
package dev.quayside.order.pricing;

import org.jspecify.annotations.NullMarked;
