/**
 * Stock-takes: files of what was counted, a line for each sku and location, as an import takes them in.
 *
 * <p>A line sets what is on hand, and only that: so many already is no change, so that the same file twice writes nothing the second time.
 * What has gone out since it was counted is on hand again then, unless the line says when that was, or what was expected.
 */
@NullMarked
package dev.quayside.catalog.stocktake;

import org.jspecify.annotations.NullMarked;
