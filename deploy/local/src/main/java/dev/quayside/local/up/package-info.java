/**
 * The command {@code deploy/up}: options, the first start's sample catalogue, and what the terminal shows.
 *
 * <p>It ends in one of three ways: a signal (everything is stopped), a failure (one clear line, everything is stopped, status 1), or
 * wrong options (status 2, nothing was started).
 */
@NullMarked
package dev.quayside.local.up;

import org.jspecify.annotations.NullMarked;
