/** Tests of what the catalogue is told of purchases. */
@NullMarked
package dev.quayside.order.purchase;

import org.jspecify.annotations.NullMarked;
