/**
 * Deleted products, for as long as they can be restored.
 *
 * <p>What the foreign keys would take along is kept as it was, whatever table it is in, and put back as it was: with the same ids, and
 * without references to what is gone by then. A slug or a sku that somebody else has by then is not taken from them.
 */
@NullMarked
package dev.quayside.catalog.trash;

import org.jspecify.annotations.NullMarked;
