package dev.quayside.payment.mismatch;

import dev.quayside.payment.comparison.Comparison;
import dev.quayside.payment.comparison.Finding;
import dev.quayside.payment.shop.Shop;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other runs have found and nobody has repaired: closed when the sides agree by now. */
@ApplicationScoped
public class EarlierMismatches {
    private final Mismatches mismatches;
    private final Repairs repairs;
    private final SidesReader reader;
    private final Shop shop;

    EarlierMismatches(Mismatches mismatches, Repairs repairs, SidesReader reader, Shop shop) {
        this.mismatches = mismatches;
        this.repairs = repairs;
        this.reader = reader;
        this.shop = shop;
    }

    /** Looks at the next ones behind {@code after}, by id, and closes those that are gone. A side that does not answer throws. */
    public List<UUID> close(UUID runId, @Nullable UUID after, int limit) {
        Map<UUID, Finding> next = mismatches.unsolvedOfOthers(runId, after, limit);
        next.values().stream().filter(this::isGone).forEach(repairs::solved);
        return List.copyOf(next.keySet());
    }

    private boolean isGone(Finding finding) {
        UUID orderId = finding.orderId();
        if (orderId == null) {
            return shop.stockFaults().stream()
                    .noneMatch(fault -> fault.subject().equals(finding.subject()));
        }
        List<String> intents = finding.isAboutIntent() ? List.of(finding.subject()) : List.of();
        return Comparison.of(reader.read(orderId, intents)).stream().noneMatch(finding::isSame);
    }
}
