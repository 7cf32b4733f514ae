package dev.quayside.catalog.popular;

/**
 * A query that was counted.
 *
 * @param occasions spans of ten minutes in which it was made
 * @param blocked whether it has a phrase that is not to be suggested
 * @param suggested whether shoppers see it
 */
record PopularQuery(String query, long occasions, boolean blocked, boolean suggested) {}
