/**
 * Units that go from one location to another: all of a transfer or none, once for its key, out and in at the same moment.
 *
 * <p>What is promised to orders stays where it is promised. The lines of a transfer are its movements in the ledger of stock.
 */
@NullMarked
package dev.quayside.catalog.transfer;

import org.jspecify.annotations.NullMarked;
