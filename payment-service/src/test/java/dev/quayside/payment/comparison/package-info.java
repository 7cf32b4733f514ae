/** Tests of the comparison. */
@NullMarked
package dev.quayside.payment.comparison;

import org.jspecify.annotations.NullMarked;
