package dev.quayside.gateway.trip;

/**
 * A provider that customers can sign in with.
 *
 * @param name in paths
 * @param title for people
 */
record ProviderView(String name, String title) {}
