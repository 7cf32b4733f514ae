package dev.quayside.order.upstream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What one check of an invariant found.
 *
 * @param id the invariant, {@code I1} to {@code I9}
 * @param checked how many things were looked at
 * @param violations how many of them break it
 * @param offenders at most 100 of those
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Finding(String id, long checked, long violations, List<Offender> offenders) {
    /** One thing that breaks an invariant, and how. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Offender(String subject, String detail) {}
}
