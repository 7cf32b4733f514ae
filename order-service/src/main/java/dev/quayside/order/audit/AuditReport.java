package dev.quayside.order.audit;

import dev.quayside.order.upstream.Finding;
import java.time.Instant;
import java.util.List;

/** What an audit found. {@code ok} when no invariant is violated. */
record AuditReport(boolean ok, Instant checkedAt, List<Checked> invariants) {
    /** One invariant, with at most 100 of the things that break it. */
    record Checked(String id, String title, long checked, long violations, List<Finding.Offender> offenders) {}
}
