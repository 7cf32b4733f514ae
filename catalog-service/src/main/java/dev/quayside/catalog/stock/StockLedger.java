package dev.quayside.catalog.stock;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.storefront.ReadModel;
import dev.quayside.catalog.storefront.StorefrontSettings;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which stock changes: lock the rows, decide, apply, all in the caller's transaction.
 *
 * <p>A row is guarded twice, by its lock and by the UPDATE's own condition; the count of changed rows must be the count of changes.
 */
@ApplicationScoped
public class StockLedger {
    /** The most units of one sku that are counted. */
    static final long MOST = 1_000_000_000;

    private final StockRepository stock;
    private final ReadModel readModel;
    private final StorefrontSettings storefront;
    private final Clock clock;

    StockLedger(StockRepository stock, ReadModel readModel, StorefrontSettings storefront, Clock clock) {
        this.stock = stock;
        this.readModel = readModel;
        this.storefront = storefront;
        this.clock = clock;
    }

    /** Locks the rows of skus, in sku order, and tells what they hold now. A sku that never had stock is not in it. */
    @Transactional(TxType.MANDATORY)
    public Map<String, StockLevel> lock(Collection<String> skus) {
        return stock.lock(skus).stream().collect(Collectors.toMap(StockLevel::sku, Function.identity()));
    }

    /** Does what a reservation asks of its skus, whose rows {@link #lock} gave; the caller has checked that they allow it. */
    @Transactional(TxType.MANDATORY)
    public void move(StockVerb verb, UUID reservation, Map<String, Long> quantities, Map<String, StockLevel> locked) {
        List<StockChange> changes = changes(verb, quantities);
        apply(changes, locked);
        switch (verb) {
            case HOLD, RELEASE -> {}
            case COMMIT -> record(changes, MovementCause.committed(reservation));
            case RETURN -> record(changes, MovementCause.returned(reservation));
        }
    }

    /** Brings some of a reservation's units back by one return; as with {@link #move}, the caller has checked that it may. */
    @Transactional(TxType.MANDATORY)
    public void bringBack(UUID reservation, UUID by, Map<String, Long> quantities, Map<String, StockLevel> locked) {
        List<StockChange> changes = changes(StockVerb.RETURN, quantities);
        apply(changes, locked);
        record(changes, MovementCause.returned(reservation, by));
    }

    /**
     * Gives new variants their stock rows, with as many units on hand as the map says. A sku that an earlier variant left units of is
     * counted anew; null keeps what is there.
     */
    @Transactional(TxType.MANDATORY)
    public void open(Map<String, @Nullable Long> onHand) {
        stock.open(onHand.keySet());
        Map<String, StockLevel> locked = lock(onHand.keySet());
        List<StockChange> changes = locked.values().stream()
                .map(level -> change(level, Objects.requireNonNullElse(onHand.get(level.sku()), level.onHand())))
                .filter(change -> change.onHand() != 0)
                .toList();
        apply(changes, locked);
        record(changes, MovementCause.opened());
    }

    /** Brings units in or takes them out. */
    @Transactional(TxType.MANDATORY)
    StockLevel adjust(StockLevel locked, long delta, String reason) {
        StockChange change = change(locked, locked.onHand() + delta);
        apply(List.of(change), Map.of(locked.sku(), locked));
        record(List.of(change), MovementCause.adjusted(reason));
        return new StockLevel(locked.sku(), locked.onHand() + delta, locked.reserved());
    }

    private static StockChange change(StockLevel level, long onHand) {
        if (onHand < level.reserved()) {
            throw new ProblemException(
                            CatalogProblem.STOCK_BELOW_RESERVED,
                            "%s: %d on hand, %d of them reserved; %d cannot be what is left"
                                    .formatted(level.sku(), level.onHand(), level.reserved(), onHand))
                    .with("onHand", level.onHand())
                    .with("reserved", level.reserved());
        }
        if (onHand > MOST) {
            throw new ProblemException(
                    CatalogProblem.STOCK_TOO_LARGE, level.sku() + ": at most " + MOST + " units are counted");
        }
        return new StockChange(level.sku(), onHand - level.onHand(), 0);
    }

    private void apply(List<StockChange> changes, Map<String, StockLevel> locked) {
        if (changes.isEmpty()) {
            return;
        }
        int changed = stock.apply(changes);
        if (changed != changes.size()) {
            throw new IllegalStateException(
                    "%d of %d stock rows changed: %s".formatted(changed, changes.size(), changes));
        }
        readModel.stockStateChanged(changes.stream()
                .filter(change -> flips(change, Objects.requireNonNull(locked.get(change.sku()))))
                .map(StockChange::sku)
                .toList());
    }

    private static List<StockChange> changes(StockVerb verb, Map<String, Long> quantities) {
        return quantities.entrySet().stream()
                .map(line -> verb.change(line.getKey(), line.getValue()))
                .toList();
    }

    private void record(List<StockChange> changes, MovementCause cause) {
        if (!changes.isEmpty()) {
            stock.record(changes, cause, clock.instant());
        }
    }

    /** Whether what the storefront says of the sku's stock changes. */
    private boolean flips(StockChange change, StockLevel before) {
        long after = before.available() + change.onHand() - change.reserved();
        return storefront.isFlip(before.available(), after);
    }
}
