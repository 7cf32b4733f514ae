/**
 * The id that every request has, from the public door through each service and every log line.
 *
 * <p>A caller may send one of its own; anything ill-formed is replaced, because it ends up in logs.
 */
@NullMarked
package dev.quayside.kit.request;

import org.jspecify.annotations.NullMarked;
