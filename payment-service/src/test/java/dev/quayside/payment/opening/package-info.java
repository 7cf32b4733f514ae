/** Tests of opening. */
@NullMarked
package dev.quayside.payment.opening;

import org.jspecify.annotations.NullMarked;
