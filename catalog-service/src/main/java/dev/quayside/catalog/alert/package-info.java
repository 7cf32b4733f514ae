/**
 * What staff are to know of stock: that a sku has become low. Kept in the transaction that made it low, until somebody has seen it.
 *
 * <p>A sku is low once, from when its available units reach its threshold until more have come in, or its threshold is another one, and
 * they are above it; in that time there is one alert of it, whatever else is sold. Promises that are taken back end it within the hour.
 * That an alert is made, or ended, is an event, which scripts can follow without missing one.
 */
@NullMarked
package dev.quayside.catalog.alert;

import org.jspecify.annotations.NullMarked;
