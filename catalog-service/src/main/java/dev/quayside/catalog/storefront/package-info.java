/**
 * What shoppers read: a read model with one ready row for each public product, currency and language, found by its terms, its words and its
 * price.
 *
 * <p>A row is rewritten in the transaction that changes its product, or flips the stock state of one of its skus, under a lock on the
 * product: the last writer has seen all the others. A list is one SELECT, however long it is, and all its facets are one more; a
 * search that finds nothing tries again with what was most likely meant.
 */
@NullMarked
package dev.quayside.catalog.storefront;

import org.jspecify.annotations.NullMarked;
