/** Tests of reconciliation, with the other services faked and Stripe's stand-in. */
@NullMarked
package dev.quayside.payment.reconciliation;

import org.jspecify.annotations.NullMarked;
