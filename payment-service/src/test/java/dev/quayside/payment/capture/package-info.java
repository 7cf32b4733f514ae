/** Tests of captures. */
@NullMarked
package dev.quayside.payment.capture;

import org.jspecify.annotations.NullMarked;
