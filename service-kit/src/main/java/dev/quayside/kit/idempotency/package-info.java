/**
 * Writes that can be repeated with the same {@code Idempotency-Key} and take effect once.
 *
 * <p>The key's row is committed with the first transaction of the work and the answer with the last, so a crash between them is
 * seen and resumed, never repeated.
 */
@NullMarked
package dev.quayside.kit.idempotency;

import org.jspecify.annotations.NullMarked;
