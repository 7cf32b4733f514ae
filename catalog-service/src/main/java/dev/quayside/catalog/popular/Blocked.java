package dev.quayside.catalog.popular;

/** The blocked phrases, with the version that their ETag is made of. */
record Blocked(BlockedQueries view, long version) {}
