/**
 * What the sides said, put down row by row while a run reads them, and taken up again a batch of orders at a time.
 *
 * <p>So no side is ever in memory as a whole, and a run that was killed finds what it had read. Rows go when the run ends.
 */
@NullMarked
package dev.quayside.payment.staging;

import org.jspecify.annotations.NullMarked;
