/**
 * How another service's answer is read: a value, a refusal with a domain code, or no answer at all.
 *
 * <p>Only an answer that its own service has coded is taken for a fact. A bare 404, a 401, a 5xx, a time-out: the outcome is unknown,
 * and never taken for a failure.
 */
@NullMarked
package dev.quayside.order.upstream;

import org.jspecify.annotations.NullMarked;
