package dev.quayside.payment.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param from made at this moment or later
 * @param until made at this moment or earlier
 * @param after only what stands behind this object; null from the newest on
 */
public record Span(Instant from, Instant until, @Nullable String after) {}
