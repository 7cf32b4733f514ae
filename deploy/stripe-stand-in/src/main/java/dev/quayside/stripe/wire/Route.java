package dev.quayside.stripe.wire;

/** One row of the table of {@link Routes}. */
public record Route(String method, String path, Endpoint endpoint, boolean openToBrowsers) {}
