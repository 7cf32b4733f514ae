package dev.quayside.payment.gateway;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items newest first
 * @param next the object behind which the list goes on; null at its end
 */
public record Slice<T>(List<T> items, @Nullable String next) {}
