/** Tests of reading. */
@NullMarked
package dev.quayside.payment.reading;

import org.jspecify.annotations.NullMarked;
