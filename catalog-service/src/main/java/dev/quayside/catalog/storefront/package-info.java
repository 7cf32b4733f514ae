/**
 * What shoppers read: a read model with one ready row for each active product and currency.
 *
 * <p>A row is rewritten in the transaction that changes its product, or flips one of its skus between in stock and out of stock, under
 * a lock on the product: the last writer has seen all the others. A list is one SELECT, however long it is.
 */
@NullMarked
package dev.quayside.catalog.storefront;

import org.jspecify.annotations.NullMarked;
