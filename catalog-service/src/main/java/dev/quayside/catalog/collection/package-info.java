/**
 * Collections of products, made by hand in an order or by a rule.
 *
 * <p>{@code collection_products} always has their products: a rule is applied to a product in the transaction that changes it, and to all
 * products in batches when the rule itself changes. By hand or by rule, never both.
 */
@NullMarked
package dev.quayside.catalog.collection;

import org.jspecify.annotations.NullMarked;
