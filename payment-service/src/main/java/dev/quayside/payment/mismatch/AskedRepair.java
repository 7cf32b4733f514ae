package dev.quayside.payment.mismatch;

import dev.quayside.payment.comparison.Finding;
import java.time.Instant;
import java.util.UUID;

/**
 * A repair that is under way.
 *
 * @param acted whether its action was taken; then only the outcome is waited for
 */
record AskedRepair(UUID id, Finding finding, Instant askedAt, boolean acted) {}
