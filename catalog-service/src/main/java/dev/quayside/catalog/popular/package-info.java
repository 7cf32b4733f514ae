/**
 * What shoppers search for most, to suggest it to others.
 *
 * <p>A search is counted in the process that answers it; the counts are written together at intervals. Nothing is kept of who searched
 * and when: only queries that found something, how much they are searched for, and in how many spans of ten minutes they were. A query is
 * suggested from a number of these spans on, so that what one person repeats, or has pasted by mistake, stays unseen.
 */
@NullMarked
package dev.quayside.catalog.popular;

import org.jspecify.annotations.NullMarked;
