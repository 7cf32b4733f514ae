/** Tests of payment. */
@NullMarked
package dev.quayside.payment.payment;

import org.jspecify.annotations.NullMarked;
