/** What no event told, found all the same. */
@NullMarked
package dev.quayside.payment.backfill;

import org.jspecify.annotations.NullMarked;
