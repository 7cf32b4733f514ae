package dev.quayside.catalog.reservation;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.quote.Basket;
import dev.quayside.catalog.quote.Line;
import dev.quayside.catalog.quote.Offer;
import dev.quayside.catalog.quote.Offers;
import dev.quayside.catalog.reservation.ReservationView.HeldLine;
import dev.quayside.catalog.stock.LockedStock;
import dev.quayside.catalog.stock.StockLedger;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.money.Money;
import dev.quayside.kit.problem.Problem.FieldError;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first hold of a reservation, in its transaction: stock is locked first, then prices are read, then units are promised. Whatever
 * is refused is thrown, so that nothing of it stays.
 */
@ApplicationScoped
class Holding {
    private final ReservationRepository reservations;
    private final StockLedger stock;
    private final Offers offers;

    Holding(ReservationRepository reservations, StockLedger stock, Offers offers) {
        this.reservations = reservations;
        this.stock = stock;
        this.offers = offers;
    }

    ReservationView hold(UUID id, Basket basket, Currency currency) {
        SortedMap<String, Long> quantities = new TreeMap<>();
        basket.lines().forEach(line -> quantities.put(line.sku(), line.quantity()));
        Map<String, LockedStock> locked = stock.lock(quantities.keySet());
        List<HeldLine> lines = priced(basket, currency);
        requireUnits(quantities, locked);
        ReservationView held =
                new ReservationView(id, ReservationStatus.HELD, currency, lines, stock.hold(quantities, locked));
        reservations.insertLines(held);
        return held;
    }

    private List<HeldLine> priced(Basket basket, Currency currency) {
        Map<String, Offer> found = offers.of(basket.skus(), currency);
        List<FieldError> errors = basket.lines().stream()
                .flatMap(line -> fault(line.sku(), found.get(line.sku()), currency))
                .toList();
        if (!errors.isEmpty()) {
            throw unsellable(errors);
        }
        return basket.lines().stream()
                .map(line -> held(line, Objects.requireNonNull(found.get(line.sku())), currency))
                .toList();
    }

    private static Stream<FieldError> fault(String sku, @Nullable Offer offer, Currency currency) {
        if (offer == null) {
            return Stream.of(new FieldError(sku, CatalogProblem.UNKNOWN_SKU.code(), "is not for sale"));
        }
        return offer.price() == null
                ? Stream.of(new FieldError(sku, CatalogProblem.PRICE_UNAVAILABLE.code(), "has no price in " + currency))
                : Stream.empty();
    }

    private static ProblemException unsellable(List<FieldError> errors) {
        boolean unknown = errors.stream().anyMatch(error -> error.code().equals(CatalogProblem.UNKNOWN_SKU.code()));
        return new ProblemException(
                unknown ? CatalogProblem.UNKNOWN_SKU : CatalogProblem.PRICE_UNAVAILABLE,
                errors.get(0).field() + " " + errors.get(0).message(),
                errors);
    }

    private static HeldLine held(Line line, Offer offer, Currency currency) {
        long price = Objects.requireNonNull(offer.price());
        return new HeldLine(
                line.sku(),
                offer.productId(),
                offer.variantId(),
                offer.title(),
                offer.options(),
                line.quantity(),
                new Money(price, currency));
    }

    private static void requireUnits(Map<String, Long> quantities, Map<String, LockedStock> locked) {
        SortedMap<String, Long> available = new TreeMap<>();
        quantities.forEach((sku, quantity) -> {
            LockedStock level = locked.get(sku);
            long units = level == null ? 0 : level.sellable();
            if (units < quantity) {
                available.put(sku, units);
            }
        });
        if (!available.isEmpty()) {
            throw new ProblemException(CatalogProblem.INSUFFICIENT_STOCK, "too few units of " + available.keySet())
                    .with("available", available);
        }
    }
}
