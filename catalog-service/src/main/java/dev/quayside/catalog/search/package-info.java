/**
 * What the words of a search mean: how they are looked for in the storefront's lexemes, which words stand for each other, and which say
 * nothing.
 *
 * <p>Synonyms and stop words belong to staff. They are looked up when a search is made, never written into products, so that a change of
 * them is seen by every search on every instance within a second.
 */
@NullMarked
package dev.quayside.catalog.search;

import org.jspecify.annotations.NullMarked;
