package dev.quayside.catalog.search;

/** Something with the version that its ETag is made of. */
public record Versioned<T>(T view, long version) {}
