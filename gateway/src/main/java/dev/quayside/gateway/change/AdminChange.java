package dev.quayside.gateway.change;

import org.jspecify.annotations.Nullable;

/**
 * A write of an admin's that went through. Two states that are equal mean that nothing had to be changed.
 *
 * @param action such as {@code api_key.created}
 * @param type of what was changed, such as {@code api_key}
 * @param before as the admin API showed it, without any secret; null when it is new
 * @param after as the admin API shows it now; null when it is gone
 */
public record AdminChange(
        String action,
        String type,
        String id,
        @Nullable Object before,
        @Nullable Object after) {}
