package dev.quayside.catalog.reservation;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.Contended;
import dev.quayside.catalog.quote.Basket;
import dev.quayside.catalog.quote.Line;
import dev.quayside.catalog.stock.Allocation;
import dev.quayside.catalog.stock.StockLedger;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The verbs of reservations. Each is one transaction, run again if it was the victim of a deadlock. */
@ApplicationScoped
public class ReservationService {
    private final ReservationRepository reservations;
    private final ReturnRepository returns;
    private final Holding holding;
    private final StockLedger stock;
    private final Clock clock;

    ReservationService(
            ReservationRepository reservations,
            ReturnRepository returns,
            Holding holding,
            StockLedger stock,
            Clock clock) {
        this.reservations = reservations;
        this.returns = returns;
        this.holding = holding;
        this.stock = stock;
        this.clock = clock;
    }

    /** Holds every line of a basket or none; a repetition gives the first answer's prices. */
    public ReservationView hold(UUID id, Basket basket) {
        Currency currency = basket.priced();
        if (new HashSet<>(basket.skus()).size() != basket.lines().size()) {
            throw ProblemException.invalidField("lines", "duplicate", "must not name a sku twice");
        }
        return Contended.transaction(() -> reservations.insert(id, ReservationStatus.HELD, currency, clock.instant())
                ? holding.hold(id, basket, currency)
                : repeated(id, basket, currency));
    }

    public ReservationView commit(UUID id) {
        return Contended.transaction(() -> advance(found(id), Verb.COMMIT));
    }

    /** Takes a hold back; an id that is not known yet becomes a tombstone. */
    public ReservationView release(UUID id) {
        return Contended.transaction(() -> reservations.insert(id, ReservationStatus.RELEASED, null, clock.instant())
                ? found(id)
                : advance(found(id), Verb.RELEASE));
    }

    /** Brings back all that is not back yet. */
    public ReservationView putBack(UUID id) {
        return Contended.transaction(() -> advance(found(id), Verb.RETURN));
    }

    /** Where the units of an order are, or were, taken from; 404 {@code reservation_not_found}. */
    @Transactional
    public AllocationView allocation(UUID id) {
        return AllocationView.of(reservations.find(id).orElseThrow(() -> unknown(id)), returns.out(id));
    }

    private ReservationView repeated(UUID id, Basket basket, Currency currency) {
        ReservationView there = found(id);
        switch (there.status()) {
            case RELEASED, RETURNED -> throw refused(CatalogProblem.RESERVATION_CLOSED, there);
            case HELD, COMMITTED -> {
                if (!there.isFor(currency, quantities(basket))) {
                    throw refused(CatalogProblem.RESERVATION_MISMATCH, there);
                }
            }
        }
        return there;
    }

    private ReservationView advance(ReservationView reservation, Verb verb) {
        if (reservation.status() == verb.to()) {
            return reservation;
        }
        Optional<CatalogProblem> refusal = verb.refusal(reservation.status());
        if (refusal.isPresent()) {
            throw refused(refusal.get(), reservation);
        }
        stock.move(verb.stock(), reservation.id(), units(reservation, verb));
        if (!reservations.advance(reservation.id(), verb, clock.instant())) {
            throw new IllegalStateException("reservation " + reservation.id() + " changed under its lock");
        }
        return reservation.in(verb.to());
    }

    /** What a verb moves: of units that are to come back, those that single returns have not brought back before. */
    private Map<String, Allocation> units(ReservationView reservation, Verb verb) {
        return switch (verb) {
            case COMMIT, RELEASE -> reservation.allocations();
            case RETURN -> {
                Map<String, Long> out = returns.out(reservation.id());
                returns.count(reservation.id(), out);
                yield reservation.goingBack(out, out);
            }
        };
    }

    private ReservationView found(UUID id) {
        return reservations.lock(id).orElseThrow(() -> unknown(id));
    }

    private static Map<String, Long> quantities(Basket basket) {
        return basket.lines().stream().collect(Collectors.toMap(Line::sku, Line::quantity));
    }

    static ProblemException unknown(UUID id) {
        return new ProblemException(CatalogProblem.RESERVATION_NOT_FOUND, "nothing was ever held for " + id);
    }

    static ProblemException refused(CatalogProblem problem, ReservationView reservation) {
        return new ProblemException(
                problem,
                "reservation %s is %s"
                        .formatted(reservation.id(), reservation.status().text()));
    }
}
