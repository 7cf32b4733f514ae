/**
 * What skus cost in a currency and how many of them can be sold, without holding anything.
 *
 * <p>Only variants of active products are for sale. {@link dev.quayside.catalog.quote.Offers} answers for reservations too, so that a
 * quote and a hold cannot disagree about how a price is found.
 */
@NullMarked
package dev.quayside.catalog.quote;

import org.jspecify.annotations.NullMarked;
