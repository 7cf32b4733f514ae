/**
 * Steps that die: before they begin, and wherever something has just become durable, here by a commit or elsewhere by a call. A death
 * before a commit leaves what the place before it left.
 *
 * <p>A cut is an error that the service does not handle, and what is dead commits and calls nothing more, so that the scheduler runs the
 * step again from its beginning, as it does after a crash. Whatever was cut, the end has to be the same.
 */
@NullMarked
package dev.quayside.payment.death;

import org.jspecify.annotations.NullMarked;
