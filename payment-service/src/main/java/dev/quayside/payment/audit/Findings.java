package dev.quayside.payment.audit;

import dev.quayside.payment.audit.InvariantView.Offender;
import java.util.ArrayList;
import java.util.List;

/** Collects what is found of one invariant. */
final class Findings {
    static final int MOST_OFFENDERS = 100;

    private final String id;
    private final List<Offender> offenders = new ArrayList<>();
    private long checked;
    private long violations;

    Findings(String id) {
        this.id = id;
    }

    void checked(long more) {
        checked += more;
    }

    void require(boolean holds, Object subject, String detail) {
        if (!holds) {
            offend(subject, detail);
        }
    }

    void offend(Object subject, String detail) {
        violations++;
        if (offenders.size() < MOST_OFFENDERS) {
            offenders.add(new Offender(subject.toString(), detail));
        }
    }

    InvariantView view() {
        return new InvariantView(id, checked, violations, List.copyOf(offenders));
    }
}
