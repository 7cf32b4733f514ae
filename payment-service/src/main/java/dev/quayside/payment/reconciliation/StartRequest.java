package dev.quayside.payment.reconciliation;

import org.jspecify.annotations.Nullable;

/** The window that is to be compared, as RFC 3339 times in UTC; each may be left out, and so may the whole. */
public record StartRequest(@Nullable String from, @Nullable String to) {
    static final StartRequest USUAL = new StartRequest(null, null);
}
