/**
 * The catalogue as orders see it: quotes, and the stock that an order holds, takes, releases and gives back.
 *
 * <p>Every call can be repeated: a reservation is named by its order's id.
 */
@NullMarked
package dev.quayside.order.catalog;

import org.jspecify.annotations.NullMarked;
