package dev.quayside.order.audit;

import dev.quayside.order.upstream.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Counts what is checked and what breaks an invariant; keeps the first hundred of those. */
final class Tally {
    private static final int MOST_SHOWN = 100;

    private final String invariant;
    private final List<Finding.Offender> offenders = new ArrayList<>();
    private long checked;
    private long violations;

    Tally(String invariant) {
        this.invariant = invariant;
    }

    void checked() {
        checked++;
    }

    void violated(UUID subject, String detail) {
        violations++;
        if (offenders.size() < MOST_SHOWN) {
            offenders.add(new Finding.Offender(subject.toString(), detail));
        }
    }

    Finding finding() {
        return new Finding(invariant, checked, violations, List.copyOf(offenders));
    }
}
