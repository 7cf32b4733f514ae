package dev.quayside.payment.reconciliation;

import dev.quayside.payment.mismatch.EarlierMismatches;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Looks again at what earlier runs have found: what a person, or time, has mended since is not to stand open for ever. */
@ApplicationScoped
class EarlierPages {
    private static final int AT_ONCE = 10;

    private final EarlierMismatches earlier;

    EarlierPages(EarlierMismatches earlier) {
        this.earlier = earlier;
    }

    Taken lookAgain(RunState run) {
        List<UUID> seen = earlier.close(run.id(), run.placeId(), AT_ONCE);
        return Taken.rows(List.of(), 0, seen.size() < AT_ONCE ? null : seen.get(AT_ONCE - 1));
    }
}
