package dev.quayside.catalog.stock;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.location.Locations;
import dev.quayside.catalog.stock.MovementRepository.Moment;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one way in which stock changes: lock the rows, decide, apply, all in the caller's transaction. Locations are locked before stock.
 *
 * <p>A row is guarded twice, by its lock and by the UPDATE's own condition; the count of changed rows must be the count of changes.
 */
@ApplicationScoped
public class StockLedger {
    /** The most units of one sku that are counted. */
    static final long MOST = 1_000_000_000;

    private final StockRepository stock;
    private final Locations locations;
    private final MovementRepository movements;
    private final StockSignals signals;
    private final Clock clock;

    StockLedger(
            StockRepository stock,
            MovementRepository movements,
            Locations locations,
            StockSignals signals,
            Clock clock) {
        this.stock = stock;
        this.locations = locations;
        this.movements = movements;
        this.signals = signals;
        this.clock = clock;
    }

    /** Locks the rows of skus, in sku order, and tells what they hold now. A sku that never had stock is not in it. */
    @Transactional(TxType.MANDATORY)
    public Map<String, LockedStock> lock(Collection<String> skus) {
        return stock.lock(skus).stream()
                .collect(Collectors.toMap(one -> one.level().sku(), Function.identity()));
    }

    /** What skus hold now, for those who change nothing: nobody waits for anybody. */
    @Transactional(TxType.MANDATORY)
    Map<String, LockedStock> read(Collection<String> skus) {
        return stock.find(skus).stream()
                .collect(Collectors.toMap(one -> one.level().sku(), Function.identity()));
    }

    /** Promises units of skus, whose rows {@link #lock} gave and which the caller has seen to be available; where they are taken from. */
    @Transactional(TxType.MANDATORY)
    public Map<String, Allocation> hold(Map<String, Long> quantities, Map<String, LockedStock> locked) {
        Map<String, Allocation> taken = new TreeMap<>();
        quantities.forEach((sku, units) ->
                taken.put(sku, Objects.requireNonNull(locked.get(sku)).allocate(units)));
        apply(changes(StockVerb.HOLD, taken), locked);
        return taken;
    }

    /** Takes promised units out, takes the promise back, or brings units back that went out: where they were allocated. */
    @Transactional(TxType.MANDATORY)
    public void move(StockVerb verb, UUID reservation, Map<String, Allocation> units) {
        switch (verb) {
            case HOLD -> throw new IllegalArgumentException("what is held has to be allocated first");
            case COMMIT -> record(moved(verb, units), MovementCause.committed(reservation));
            case RELEASE -> moved(verb, units);
            case RETURN -> bringBack(units, MovementCause.returned(reservation));
        }
    }

    /** Brings some of a reservation's units back by one return; the caller has checked that they are out. */
    @Transactional(TxType.MANDATORY)
    public void bringBack(UUID reservation, UUID by, Map<String, Allocation> units) {
        bringBack(units, MovementCause.returned(reservation, by));
    }

    private void bringBack(Map<String, Allocation> units, MovementCause cause) {
        List<StockChange> changes = changes(StockVerb.RETURN, stillThere(units));
        write(changes, lock(units.keySet()), cause);
    }

    private List<StockChange> moved(StockVerb verb, Map<String, Allocation> units) {
        List<StockChange> changes = changes(verb, units);
        apply(changes, lock(units.keySet()));
        return changes;
    }

    /** Units come back to where they were, or to main when that location is no more. */
    private Map<String, Allocation> stillThere(Map<String, Allocation> units) {
        if (units.values().stream().allMatch(Allocation::isAtMain)) {
            return units;
        }
        Map<String, Boolean> there = locations.known(units.values().stream()
                .flatMap(allocation -> allocation.units().keySet().stream())
                .collect(Collectors.toSet()));
        Map<String, Allocation> back = new TreeMap<>();
        units.forEach((sku, allocation) -> {
            TreeMap<String, Long> at = new TreeMap<>();
            allocation
                    .units()
                    .forEach((location, count) -> at.merge(
                            there.getOrDefault(location, false) ? location : Locations.MAIN, count, Long::sum));
            back.put(sku, new Allocation(at));
        });
        return back;
    }

    /**
     * Gives new variants their stock rows, with as many units on hand as is said, and variants their policies. Of a sku that an earlier
     * variant left units of, main has what the other locations have not; what is owed of it is served first.
     */
    @Transactional(TxType.MANDATORY)
    public void open(OpenedStock opened) {
        Set<String> fresh = opened.units().isEmpty() ? Set.of() : stock.open(opened.units());
        Map<String, LockedStock> locked = new TreeMap<>(lock(opened.skus()));
        decide(opened.policies(), locked);
        opened.policies().forEach((sku, policy) -> locked.computeIfPresent(sku, (same, there) -> there.with(policy)));
        Map<String, LockedStock> now = new TreeMap<>(locked);
        List<StockChange> begun = new ArrayList<>();
        List<StockChange> changes = new ArrayList<>();
        opened.units().forEach((sku, units) -> {
            LockedStock there = Objects.requireNonNull(locked.get(sku));
            if (fresh.contains(sku)) {
                begun.add(new StockChange(sku, Locations.MAIN, there.level().onHand(), 0));
                return;
            }
            StockChange change = change(there, Locations.MAIN, there.mainOf(units));
            if (change.onHand() != 0) {
                changes.add(change);
                now.put(sku, there.after(change));
            }
        });
        apply(changes, locked);
        begun.removeIf(change -> change.onHand() == 0);
        begun.addAll(changes);
        record(begun, MovementCause.opened());
        now.keySet().retainAll(opened.units().keySet());
        signals.opened(now.values());
    }

    private void decide(Map<String, StockPolicy> policies, Map<String, LockedStock> locked) {
        Map<String, StockPolicy> others = new TreeMap<>(policies);
        others.entrySet()
                .removeIf(one -> one.getValue()
                        .equals(Objects.requireNonNull(locked.get(one.getKey())).policy()));
        if (!others.isEmpty()) {
            stock.decide(others);
            signals.decided(others, locked);
        }
    }

    /** Brings units of a locked sku in at a location, or takes them out, until so many are there; the sku as it is then. */
    @Transactional(TxType.MANDATORY)
    LockedStock set(LockedStock locked, String location, long onHand, MovementCause cause) {
        StockChange change = change(locked, location, onHand);
        if (change.onHand() == 0) {
            return locked;
        }
        String sku = locked.level().sku();
        write(List.of(change), Map.of(sku, locked), cause);
        return locked.isAt(location) ? locked.after(change) : stock.find(sku).orElseThrow();
    }

    /** Makes changes of units on hand that {@link #change} has allowed, one for a locked sku and location. */
    @Transactional(TxType.MANDATORY)
    void write(List<StockChange> changes, Map<String, LockedStock> locked, MovementCause cause) {
        changes.stream()
                .filter(change ->
                        !Objects.requireNonNull(locked.get(change.sku())).isAt(change.location()))
                .collect(Collectors.groupingBy(
                        StockChange::location, TreeMap::new, Collectors.mapping(StockChange::sku, Collectors.toList())))
                .forEach(stock::openAt);
        apply(changes, locked);
        record(changes, cause);
    }

    /** A locked sku is counted now, whether that changes anything or not: no count of an earlier moment is taken over then. */
    @Transactional(TxType.MANDATORY)
    void counted(String sku, String location) {
        stock.counted(List.of(new Moment(sku, location, clock.instant())));
    }

    /** Locked skus were counted at moments, each at another location or of another sku. */
    @Transactional(TxType.MANDATORY)
    void counted(List<Moment> moments) {
        if (!moments.isEmpty()) {
            stock.counted(moments);
        }
    }

    /** Brings units of locked skus from one location, where the caller has seen them to be free, to another. */
    @Transactional(TxType.MANDATORY)
    public void transfer(UUID transfer, Route route, Map<String, Long> units, Map<String, LockedStock> locked) {
        List<StockChange> changes = new ArrayList<>();
        units.forEach((sku, count) -> {
            changes.add(new StockChange(sku, route.from(), -count, 0));
            changes.add(new StockChange(sku, route.to(), count, 0));
        });
        write(changes, locked, MovementCause.transferred(transfer, route.reason()));
    }

    /** From which location to which, and why. */
    public record Route(String from, String to, String reason) {}

    /** What makes so many units be on hand at a location; 409 {@code stock_below_reserved}, {@code stock_too_large}. */
    static StockChange change(LockedStock locked, String location, long onHand) {
        LocationLevel there = locked.at(location);
        long whole = locked.level().onHand() + onHand - there.onHand();
        boolean fewer = onHand < there.onHand();
        if (fewer && (onHand < there.reserved() || whole < locked.level().reserved())) {
            throw new ProblemException(
                            CatalogProblem.STOCK_BELOW_RESERVED,
                            "%s: %d on hand, %d of them reserved; %d cannot be what is left"
                                    .formatted(locked.level().sku(), there.onHand(), there.reserved(), onHand))
                    .with("onHand", there.onHand())
                    .with("reserved", there.reserved());
        }
        if (Math.max(whole, onHand) > MOST) {
            throw new ProblemException(
                    CatalogProblem.STOCK_TOO_LARGE, locked.level().sku() + ": at most " + MOST + " units are counted");
        }
        return new StockChange(locked.level().sku(), location, onHand - there.onHand(), 0);
    }

    private void apply(List<StockChange> changes, Map<String, LockedStock> locked) {
        if (changes.isEmpty()) {
            return;
        }
        Map<String, Moved> skus = new TreeMap<>();
        changes.forEach(change -> skus.merge(change.sku(), new Moved(change.onHand(), change.reserved()), Moved::plus));
        StockRepository.Applied applied = stock.apply(changes);
        if (applied.there() != changes.size() || applied.whole() != skus.size()) {
            throw new IllegalStateException("%s of %d stock rows of %d skus changed: %s"
                    .formatted(applied, changes.size(), skus.size(), changes));
        }
        signals.moved(skus, locked);
    }

    private static List<StockChange> changes(StockVerb verb, Map<String, Allocation> units) {
        List<StockChange> changes = new ArrayList<>();
        units.forEach((sku, allocation) ->
                allocation.units().forEach((location, count) -> changes.add(verb.change(sku, location, count))));
        return changes;
    }

    private void record(List<StockChange> changes, MovementCause cause) {
        if (!changes.isEmpty()) {
            movements.record(changes, cause, clock.instant());
        }
    }
}
