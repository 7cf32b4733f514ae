/**
 * What reconciliation has found, and its repair.
 *
 * <p>A repair takes a road that orders and payments take anyway. It is done when the order's sides, read again, agree; until then it is
 * under way, and it fails when they still differ after a while.
 */
@NullMarked
package dev.quayside.payment.mismatch;

import org.jspecify.annotations.NullMarked;
