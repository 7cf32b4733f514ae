/**
 * What shoppers search for most, to suggest it to others.
 *
 * <p>A search is counted in the process that answers it, once a day for each address but the first that makes it; the counts are written
 * together at intervals. Nothing is written of who searched and when: only words that found something, and how much they are searched for.
 * A query is suggested from a number of searches on. What one address repeats, or has pasted by mistake, is not even written; whoever has
 * several addresses counts as several.
 */
@NullMarked
package dev.quayside.catalog.popular;

import org.jspecify.annotations.NullMarked;
