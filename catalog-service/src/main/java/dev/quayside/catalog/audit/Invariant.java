package dev.quayside.catalog.audit;

import java.util.List;

/**
 * The outcome of one check.
 *
 * @param id the invariant's name, such as I1
 * @param checked things looked at
 * @param violations things that break it
 * @param offenders the first hundred of them
 */
public record Invariant(String id, long checked, long violations, List<Offender> offenders) {
    /** What breaks an invariant, and how. */
    public record Offender(String subject, String detail) {}
}
