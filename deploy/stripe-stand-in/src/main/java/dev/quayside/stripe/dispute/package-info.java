/**
 * Disputes: money pulled back by the cardholder, evidence, and how the case ends.
 */
@NullMarked
package dev.quayside.stripe.dispute;

import org.jspecify.annotations.NullMarked;
