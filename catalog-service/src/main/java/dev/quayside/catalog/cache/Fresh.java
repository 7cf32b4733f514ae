package dev.quayside.catalog.cache;

import java.util.Set;

/**
 * An answer that was just read.
 *
 * @param body what it says, not yet written
 * @param keys what it hangs on
 */
public record Fresh(Object body, Set<String> keys) {}
