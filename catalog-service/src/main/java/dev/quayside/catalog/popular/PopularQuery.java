package dev.quayside.catalog.popular;

/**
 * A query that was counted.
 *
 * @param searches by different callers, each counting once a day and half after two weeks
 * @param blocked whether it has a phrase that is not to be suggested
 * @param suggested whether shoppers see it
 */
record PopularQuery(String query, long searches, boolean blocked, boolean suggested) {}
