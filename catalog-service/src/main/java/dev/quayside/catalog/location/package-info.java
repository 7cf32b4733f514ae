/**
 * The places where units are: a shop begins with one, {@code main}, which is for good.
 *
 * <p>A location takes part in stock while it is active, and is closed or deleted only when nothing is there and nothing is promised from
 * there. Whoever brings units to one locks its row for sharing first, and before the stock; whoever closes it locks it for itself.
 */
@NullMarked
package dev.quayside.catalog.location;

import org.jspecify.annotations.NullMarked;
