/**
 * Categories, flat and named by slug.
 *
 * <p>A category's slug never changes: it is the key that callers and storefront rows know it by. One that still has products cannot be
 * deleted; a foreign key sees to that.
 */
@NullMarked
package dev.quayside.catalog.category;

import org.jspecify.annotations.NullMarked;
