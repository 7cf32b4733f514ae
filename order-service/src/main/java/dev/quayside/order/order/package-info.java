/**
 * Orders: the aggregate, its states, and the transactions that change them.
 *
 * <p>Every change is made with the order's row locked, by a verb that knows each state; what a change owes to other services is
 * scheduled as a durable step in the same transaction. The row's {@code version} is checked besides.
 */
@NullMarked
package dev.quayside.order.order;

import org.jspecify.annotations.NullMarked;
