/** Tests of what the other services say. */
@NullMarked
package dev.quayside.payment.shop;

import org.jspecify.annotations.NullMarked;
