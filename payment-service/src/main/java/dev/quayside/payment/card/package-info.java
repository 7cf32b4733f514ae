/**
 * Customers' saved cards: kept as Stripe shows them, and removed there when they are removed here.
 *
 * <p>A customer's cards are always read as a whole and applied under the holder's row, by the number that the reading took before it
 * began: one that was overtaken is dropped, so repetition and order do not matter. A card that was removed never comes back.
 */
@NullMarked
package dev.quayside.payment.card;

import org.jspecify.annotations.NullMarked;
