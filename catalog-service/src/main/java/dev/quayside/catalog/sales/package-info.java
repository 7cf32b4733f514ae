/**
 * What order-service knows about sales. It is asked over the gateway with this service's own token, never inside a transaction; without an
 * answer nothing is assumed.
 */
@NullMarked
package dev.quayside.catalog.sales;

import org.jspecify.annotations.NullMarked;
