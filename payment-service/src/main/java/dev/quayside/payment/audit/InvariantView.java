package dev.quayside.payment.audit;

import java.util.List;

/**
 * What was found of one invariant.
 *
 * @param id such as {@code I3}
 * @param checked how many things were looked at
 * @param violations how many of them break it
 * @param offenders the first hundred of those
 */
public record InvariantView(String id, long checked, long violations, List<Offender> offenders) {
    /** A thing that breaks an invariant, and how. */
    public record Offender(String subject, String detail) {}
}
