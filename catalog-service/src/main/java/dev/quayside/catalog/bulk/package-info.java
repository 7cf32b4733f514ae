/**
 * Products by the thousand: a stream of them is checked line by line, written in batches and answered in its own order.
 *
 * <p>A line is decided by the same code as a single PUT by key. A batch is one transaction: after a crash it is there whole or not at
 * all, and the same stream again finds what is there unchanged. Memory does not grow with the stream, but for a few bytes for each key.
 */
@NullMarked
package dev.quayside.catalog.bulk;

import org.jspecify.annotations.NullMarked;
