/**
 * What staff are to know of stock: that a sku has become low. Kept in the transaction that made it low, until somebody has seen it.
 *
 * <p>A sku is low once, from when its available units reach its threshold until they are above it again; in that time there is one alert
 * of it, whatever else is sold.
 */
@NullMarked
package dev.quayside.catalog.alert;

import org.jspecify.annotations.NullMarked;
