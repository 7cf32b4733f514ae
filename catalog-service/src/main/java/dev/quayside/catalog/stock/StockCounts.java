package dev.quayside.catalog.stock;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.location.Locations;
import dev.quayside.kit.auditlog.Actor;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.AuditedChange;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts of many skus at once, each decided like a single one: a constant number of statements, however many they are. */
@ApplicationScoped
public class StockCounts {
    /** So many units of a sku that were counted at a location. */
    public record Count(String sku, String location, long units) {}

    /**
     * How counts are taken.
     *
     * @param reason for people
     * @param by who is answerable
     * @param abort whether the first that is refused is the last that is looked at
     * @param dryRun whether nothing is written
     */
    public record Terms(String reason, Actor by, boolean abort, boolean dryRun) {}

    /**
     * What became of a count.
     *
     * @param before units that were on hand there
     * @param refused why nothing was changed; null if it was not refused
     */
    public record Outcome(long before, @Nullable ProblemException refused) {}

    private final StockLedger ledger;
    private final Locations locations;
    private final AuditTrail trail;

    StockCounts(StockLedger ledger, Locations locations, AuditTrail trail) {
        this.ledger = ledger;
        this.locations = locations;
        this.trail = trail;
    }

    /** Takes counts, of which each names another sku and location, in the caller's transaction; one outcome for each, in their order. */
    @Transactional(TxType.MANDATORY)
    public List<Outcome> take(List<Count> counts, Terms terms) {
        Map<String, Boolean> known =
                locations.known(counts.stream().map(Count::location).collect(Collectors.toSet()));
        Map<String, LockedStock> locked =
                ledger.lock(counts.stream().map(Count::sku).collect(Collectors.toSet()));
        Map<String, LockedStock> now = new TreeMap<>(locked);
        List<StockChange> changes = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Count count : counts) {
            try {
                outcomes.add(decide(count, known, now, changes));
            } catch (ProblemException refused) {
                outcomes.add(new Outcome(0, refused));
                if (terms.abort()) {
                    break;
                }
            }
        }
        if (!changes.isEmpty() && !terms.dryRun()) {
            ledger.write(changes, locked, MovementCause.counted(terms.reason()));
            record(changes, locked, now, terms);
        }
        return outcomes;
    }

    private static Outcome decide(
            Count count, Map<String, Boolean> known, Map<String, LockedStock> now, List<StockChange> changes) {
        Locations.refusal("location", count.location(), known).ifPresent(refused -> {
            throw refused;
        });
        LockedStock stock = now.get(count.sku());
        if (stock == null) {
            throw new ProblemException(CatalogProblem.SKU_NOT_FOUND, "no variant ever had the sku " + count.sku());
        }
        LocationLevel there = stock.at(count.location());
        if (there.shelf() == count.units()) {
            return new Outcome(count.units(), null);
        }
        there.requireNothingOwed(count.sku());
        StockChange change = StockLedger.change(stock, count.location(), count.units());
        changes.add(change);
        now.put(count.sku(), stock.after(change));
        return new Outcome(there.onHand(), null);
    }

    private void record(
            List<StockChange> changes, Map<String, LockedStock> before, Map<String, LockedStock> after, Terms terms) {
        List<AuditedChange> made = changes.stream()
                .map(StockChange::sku)
                .distinct()
                .map(sku -> new AuditedChange(
                        "stock.counted",
                        Subject.of("stock", sku),
                        level(before, sku),
                        new AdjustedStock(level(after, sku), terms.reason(), null)))
                .toList();
        trail.recordAll(terms.by(), made);
    }

    private static StockLevel level(Map<String, LockedStock> stock, String sku) {
        return Objects.requireNonNull(stock.get(sku)).level();
    }
}
