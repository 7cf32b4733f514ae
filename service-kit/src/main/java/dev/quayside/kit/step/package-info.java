/**
 * Durable steps: work that a committed business change owes to the outside.
 *
 * <p>A step is scheduled in the transaction of the change, runs outside one, at least once, and is retried with back-off until it
 * says that it is done. So every step is idempotent.
 */
@NullMarked
package dev.quayside.kit.step;

import org.jspecify.annotations.NullMarked;
