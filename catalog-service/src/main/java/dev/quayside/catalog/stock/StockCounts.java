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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts of many skus at once, each decided like a single one: a constant number of statements, however many they are. */
@ApplicationScoped
public class StockCounts {
    /**
     * Units of a sku that were counted at a location.
     *
     * @param expected those that were thought to be on hand there; null is any
     */
    public record Count(
            String sku,
            String location,
            long units,
            @Nullable Long expected) {}

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

    /** A count that changes something; a sku that is counted at several locations has one after the other. */
    private record Made(StockChange change, StockLevel before, StockLevel after) {
        AuditedChange audited(String reason) {
            return new AuditedChange(
                    "stock.counted",
                    Subject.of("stock", change.sku()),
                    before,
                    new AdjustedStock(after, reason, change.location()));
        }
    }

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
        Set<String> skus = counts.stream().map(Count::sku).collect(Collectors.toSet());
        Map<String, LockedStock> before = terms.dryRun() ? ledger.read(skus) : ledger.lock(skus);
        Map<String, LockedStock> now = new TreeMap<>(before);
        List<Made> made = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Count count : counts) {
            try {
                outcomes.add(decide(count, known, now, made));
            } catch (ProblemException refused) {
                outcomes.add(new Outcome(0, refused));
                if (terms.abort()) {
                    break;
                }
            }
        }
        if (!made.isEmpty() && !terms.dryRun()) {
            ledger.write(made.stream().map(Made::change).toList(), before, MovementCause.counted(terms.reason()));
            trail.recordAll(
                    terms.by(),
                    made.stream().map(one -> one.audited(terms.reason())).toList());
        }
        return outcomes;
    }

    private static Outcome decide(
            Count count, Map<String, Boolean> known, Map<String, LockedStock> now, List<Made> made) {
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
        there.requireExpected(count.sku(), count.expected());
        there.requireNothingOwed(count.sku());
        StockChange change = StockLedger.change(stock, count.location(), count.units());
        LockedStock after = stock.after(change);
        made.add(new Made(change, stock.level(), after.level()));
        now.put(count.sku(), after);
        return new Outcome(there.onHand(), null);
    }
}
