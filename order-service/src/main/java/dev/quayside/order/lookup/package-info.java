/**
 * Who may see which order: its owner's token, the order token that checkout gave out, or staff with the scope.
 *
 * <p>For everybody else an order does not exist.
 */
@NullMarked
package dev.quayside.order.lookup;

import org.jspecify.annotations.NullMarked;
