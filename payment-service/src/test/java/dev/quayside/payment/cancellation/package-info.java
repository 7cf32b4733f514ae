/** Tests of cancellation. */
@NullMarked
package dev.quayside.payment.cancellation;

import org.jspecify.annotations.NullMarked;
