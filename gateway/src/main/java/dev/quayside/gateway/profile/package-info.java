/**
 * The signed-in customer's account as a whole: read, renamed, exported, deleted.
 *
 * <p>A deleted account is closed at once, and erased by a durable step as soon as no order of it is on its way to being paid.
 */
@NullMarked
package dev.quayside.gateway.profile;

import org.jspecify.annotations.NullMarked;
