/**
 * Work of several transactions under one {@code Idempotency-Key}.
 *
 * <p>The key's row is committed with what the work begins with and the answer when its outcome is known; in between, a request with the
 * same key joins the work instead of doing it again.
 */
@NullMarked
package dev.quayside.order.keyed;

import org.jspecify.annotations.NullMarked;
