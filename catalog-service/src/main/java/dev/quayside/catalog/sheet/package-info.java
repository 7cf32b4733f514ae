/**
 * Products as rows of a CSV file, read and written: the shop's own columns, and those that Shopify exports.
 *
 * <p>A product is one row for each variant, one after the other. What the shop writes it reads again as the same product, and no cell
 * that it writes is a formula to a spreadsheet.
 */
@NullMarked
package dev.quayside.catalog.sheet;

import org.jspecify.annotations.NullMarked;
