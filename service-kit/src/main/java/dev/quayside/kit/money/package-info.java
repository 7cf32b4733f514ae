/**
 * Amounts of money as integer minor units.
 *
 * <p>A currency's minor unit follows Stripe's table, not the JDK's, because it is Stripe that moves the money. Nothing here ever
 * rounds silently: mixing currencies, overflow and fractions throw.
 */
@NullMarked
package dev.quayside.kit.money;

import org.jspecify.annotations.NullMarked;
