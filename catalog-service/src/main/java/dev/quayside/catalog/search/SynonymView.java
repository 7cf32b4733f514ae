package dev.quayside.catalog.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A group of phrases that mean the same to a search. */
public record SynonymView(UUID id, List<String> phrases, Instant createdAt, Instant updatedAt) {}
