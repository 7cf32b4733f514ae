/** Disputes, from the cardholder's complaint to its end. */
@NullMarked
package dev.quayside.payment.dispute;

import org.jspecify.annotations.NullMarked;
