package dev.quayside.stripe.store;

import java.util.List;

/** Part of a list, newest first, and whether there is more in the direction of reading. */
public record Page(List<Document> items, boolean hasMore) {}
