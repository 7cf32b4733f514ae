package dev.quayside.kit.auditlog;

import org.jspecify.annotations.Nullable;

/**
 * One of many changes that are recorded together.
 *
 * @param action what was done, such as {@code product.updated}
 * @param before the thing as the admin API showed it; null when it is new
 * @param after as the admin API shows it now; null when it is gone
 */
public record AuditedChange(
        String action,
        Subject subject,
        @Nullable Object before,
        @Nullable Object after) {}
