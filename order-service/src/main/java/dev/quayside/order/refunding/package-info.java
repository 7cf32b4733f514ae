/**
 * Giving money back: refunds that staff and scripts ask for, and the calls that pay every refund and bring its units back.
 *
 * <p>A refund's amount and units are reserved under the order's lock before any call, so that parallel ones never exceed what was paid.
 * Then it is paid, and only when it has succeeded is its stock returned: each a durable step that may be run again.
 */
@NullMarked
package dev.quayside.order.refunding;

import org.jspecify.annotations.NullMarked;
