/**
 * The bodies of lists and single things, how a list is asked for, and the SQL of one.
 *
 * <p>Every list is bounded: a limit outside 1 to 100 is refused, never clamped, and an unknown filter or sort is a 400 that names the
 * known ones.
 */
@NullMarked
package dev.quayside.kit.page;

import org.jspecify.annotations.NullMarked;
