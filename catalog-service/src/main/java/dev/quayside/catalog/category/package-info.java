/**
 * Categories, named by slug and arranged in a tree.
 *
 * <p>A category's slug never changes: it is the key that callers and storefront rows know it by. Every category can be reached from the
 * top, at most eight levels down: places are changed under one lock. One that still has products or children cannot be deleted; foreign
 * keys see to that.
 */
@NullMarked
package dev.quayside.catalog.category;

import org.jspecify.annotations.NullMarked;
