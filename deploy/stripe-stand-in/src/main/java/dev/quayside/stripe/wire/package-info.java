/**
 * Stripe's wire format, independent of what the objects mean: form parameters in, JSON out, errors, lists, expansion,
 * and the table of routes that the features fill.
 * Parameters are checked before a feature changes anything, because an error of validation must leave no trace.
 */
@NullMarked
package dev.quayside.stripe.wire;

import org.jspecify.annotations.NullMarked;
