/**
 * Products with their variants and prices, as staff and scripts write them.
 *
 * <p>A product is changed under a lock on its row; its version counts the changes and is its ETag. The storefront's rows are rewritten
 * in the same transaction. Deleting a product leaves its skus' stock and the orders' snapshots as they are.
 */
@NullMarked
package dev.quayside.catalog.product;

import org.jspecify.annotations.NullMarked;
