/**
 * Imports: files of products, and of counts of stock, that are taken in now and written by a step that any instance can go on with.
 *
 * <p>The file is kept in pieces in the database until the import has ended. Each batch is written in one transaction with the place that
 * the import has reached, so that a crash repeats nothing and leaves nothing out.
 */
@NullMarked
package dev.quayside.catalog.imports;

import org.jspecify.annotations.NullMarked;
