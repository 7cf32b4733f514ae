/**
 * The proof that payments agree with Stripe: reads only, bounded, at any quiet moment.
 */
@NullMarked
package dev.quayside.payment.audit;

import org.jspecify.annotations.NullMarked;
