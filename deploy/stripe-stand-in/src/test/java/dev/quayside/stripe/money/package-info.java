/** Tests of the table of currencies. */
@NullMarked
package dev.quayside.stripe.money;

import org.jspecify.annotations.NullMarked;
