package dev.quayside.catalog.storefront;

import java.util.Map;

/**
 * One thing that narrows a list.
 *
 * @param about what it narrows by; the facet of the same name is counted without it
 * @param sql over the storefront's row {@code s}
 */
record Condition(String about, String sql, Map<String, ?> parameters) {}
