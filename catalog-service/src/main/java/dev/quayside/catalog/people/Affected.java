package dev.quayside.catalog.people;

/** How many rows a call has changed. */
record Affected(int reviews) {}
