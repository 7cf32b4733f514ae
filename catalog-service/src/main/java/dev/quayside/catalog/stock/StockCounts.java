package dev.quayside.catalog.stock;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.location.Locations;
import dev.quayside.catalog.stock.MovementRepository.Moment;
import dev.quayside.kit.auditlog.Actor;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.AuditedChange;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
     * @param expected those that were thought to be on hand there when they were counted; null is any
     * @param countedAt when that was; null is now, or what is said of all
     */
    public record Count(
            String sku,
            String location,
            long units,
            @Nullable Long expected,
            @Nullable Instant countedAt) {

        /** What was said of all was looked at when it was said, however long the count has waited since. */
        boolean isPossible(Instant now) {
            return countedAt == null || fault(countedAt, now).isEmpty();
        }

        /** When it was counted; null is now, also where a clock is fast. */
        @Nullable
        Instant moment(Terms terms, Instant now) {
            Instant said = countedAt == null ? terms.countedAt() : countedAt;
            return said == null || said.isAfter(now) ? null : said.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /**
     * How counts are taken.
     *
     * @param reason for people
     * @param by who is answerable
     * @param abort whether the first that is refused is the last that is looked at
     * @param dryRun whether nothing is written
     * @param countedAt when those were counted that do not say it; null is now
     */
    public record Terms(
            String reason,
            Actor by,
            boolean abort,
            boolean dryRun,
            @Nullable Instant countedAt) {}

    /**
     * What became of a count.
     *
     * @param before units that were on hand there
     * @param after units that are by now: what was counted, and what has moved since
     * @param refused why nothing was changed; null if it was not refused
     */
    public record Outcome(long before, long after, @Nullable ProblemException refused) {}

    /** A count that changes something; a sku that is counted at several locations has one after the other. */
    private record Made(StockChange change, StockLevel before, StockLevel after) {
        AuditedChange audited(String reason) {
            return new AuditedChange(
                    "stock.counted",
                    Subject.of("stock", change.sku()),
                    before,
                    new AdjustedStock(after, reason, change.location(), change.countedAt()));
        }
    }

    /** Longer ago, something that nobody remembers has come in between. */
    private static final Duration OLDEST = Duration.ofDays(31);
    /** So much may the clock of whoever counts be fast. */
    private static final Duration FAST = Duration.ofSeconds(30);

    private static final String RANGE = "must not be in the future, nor more than " + OLDEST.toDays() + " days ago";

    private final StockLedger ledger;
    private final MovementRepository movements;
    private final Locations locations;
    private final AuditTrail trail;
    private final Clock clock;

    StockCounts(StockLedger ledger, MovementRepository movements, Locations locations, AuditTrail trail, Clock clock) {
        this.ledger = ledger;
        this.movements = movements;
        this.locations = locations;
        this.trail = trail;
        this.clock = clock;
    }

    /** What is wrong with a moment that counts are to tell of: it has yet to come, or is over for too long. */
    public static Optional<String> fault(Instant countedAt, Instant now) {
        return countedAt.isAfter(now.plus(FAST)) || countedAt.isBefore(now.minus(OLDEST))
                ? Optional.of(RANGE)
                : Optional.empty();
    }

    /** Takes counts, of which each names another sku and location, in the caller's transaction; one outcome for each, in their order. */
    @Transactional(TxType.MANDATORY)
    public List<Outcome> take(List<Count> counts, Terms terms) {
        Map<String, Boolean> known =
                locations.known(counts.stream().map(Count::location).collect(Collectors.toSet()));
        Set<String> skus = counts.stream().map(Count::sku).collect(Collectors.toSet());
        Map<String, LockedStock> before = terms.dryRun() ? ledger.read(skus) : ledger.lock(skus);
        Known ledgers = known(counts, terms);
        Map<String, LockedStock> now = new TreeMap<>(before);
        List<Made> made = new ArrayList<>();
        List<Moment> counted = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Count count : counts) {
            try {
                Locations.refusal("location", count.location(), known).ifPresent(refused -> {
                    throw refused;
                });
                outcomes.add(decide(count, ledgers, now, made));
                counted.add(ledgers.moment(count));
            } catch (ProblemException refused) {
                outcomes.add(new Outcome(0, 0, refused));
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
        if (!terms.dryRun()) {
            ledger.counted(counted);
        }
        return outcomes;
    }

    /** What has moved since each moment that can be looked up; asked when the rows are locked, and nothing moves any more. */
    private Known known(List<Count> counts, Terms terms) {
        Instant now = clock.instant();
        List<Moment> moments = new ArrayList<>();
        for (Count count : counts) {
            Instant at = count.moment(terms, now);
            if (at != null && count.isPossible(now)) {
                moments.add(new Moment(count.sku(), count.location(), at));
            }
        }
        return new Known(moments.isEmpty() ? Map.of() : movements.since(moments), terms, now);
    }

    /** What the ledger says of the moments of counts. */
    private record Known(Map<Moment, MovedSince> since, Terms terms, Instant now) {
        Moment moment(Count count) {
            return new Moment(count.sku(), count.location(), Objects.requireNonNullElse(count.moment(terms, now), now));
        }

        MovedSince since(Count count) {
            if (!count.isPossible(now)) {
                throw ProblemException.invalidField("countedAt", "out_of_range", RANGE);
            }
            return since.getOrDefault(moment(count), MovedSince.NOTHING);
        }
    }

    private static Outcome decide(Count count, Known ledgers, Map<String, LockedStock> now, List<Made> made) {
        LockedStock stock = now.get(count.sku());
        if (stock == null) {
            throw new ProblemException(CatalogProblem.SKU_NOT_FOUND, "no variant ever had the sku " + count.sku());
        }
        LocationLevel there = stock.at(count.location());
        MovedSince since = ledgers.since(count);
        if (there.with(-since.moved()).shelf() == count.units()) {
            return new Outcome(there.onHand(), there.onHand(), null);
        }
        check(count, ledgers.moment(count).at(), there, since);
        StockChange change = StockLedger.change(stock, count.location(), count.units() + since.moved())
                .of(count.moment(ledgers.terms(), ledgers.now()));
        LockedStock after = stock.after(change);
        made.add(new Made(change, stock.level(), after.level()));
        now.put(count.sku(), after);
        return new Outcome(there.onHand(), there.onHand() + change.onHand(), null);
    }

    /** Whether a count that is another than what the ledger says may be taken over. */
    private static void check(Count count, Instant at, LocationLevel there, MovedSince since) {
        since.requireNothingLater(count.sku(), at);
        there.with(-since.units()).requireExpected(count.sku(), count.expected());
        there.with(-since.moved()).requireNothingOwed(count.sku());
        there.requireNothingOwed(count.sku());
    }
}
