/**
 * The private API under {@code /_test}: what a browser, a bank, the Dashboard or a bad network would do.
 * Answered on loopback alone, and never part of what an application may call.
 */
@NullMarked
package dev.quayside.stripe.control;

import org.jspecify.annotations.NullMarked;
