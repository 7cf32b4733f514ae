/** Tests of stripe. */
@NullMarked
package dev.quayside.payment.stripe;

import org.jspecify.annotations.NullMarked;
