package dev.quayside.catalog.cache;

/**
 * What this instance knew when the read of an answer began, or earlier.
 *
 * @param turn how many changes it had heard of
 * @param news how often it had asked for changes
 * @param below every transaction with a lower number was over when it asked last; 0 before the first time
 */
record Moment(long turn, long news, long below) {}
