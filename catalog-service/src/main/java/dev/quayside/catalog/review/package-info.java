/**
 * What buyers say about products: one review for each product and customer, shown once it is published.
 *
 * <p>Every write that can change a rating locks the product's row first, as those do who rewrite what shoppers see of it, and counts in its
 * own transaction: a product's rating is that of its published reviews, exactly, at any moment. Votes lock the review alone.
 */
@NullMarked
package dev.quayside.catalog.review;

import org.jspecify.annotations.NullMarked;
