/**
 * What time alone does to products: a sale starts or ends, a product is published, a past price leaves the 30 days.
 *
 * <p>Checkout knows at once, because it asks for the price of the moment. The storefront's rows follow within about a second: each
 * product says when it has to be computed again, and whoever computes it says so anew, in the same transaction.
 */
@NullMarked
package dev.quayside.catalog.calendar;

import org.jspecify.annotations.NullMarked;
