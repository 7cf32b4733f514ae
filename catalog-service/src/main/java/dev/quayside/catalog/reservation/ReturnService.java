package dev.quayside.catalog.reservation;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.Contended;
import dev.quayside.catalog.stock.StockLedger;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.Problem.FieldError;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Brings some of a committed reservation's units back. The reservation's row is locked first, so that returns of one order are counted
 * one after the other; a return's own row makes it happen once.
 */
@ApplicationScoped
public class ReturnService {
    private final ReservationRepository reservations;
    private final ReturnRepository returns;
    private final StockLedger stock;
    private final Clock clock;

    ReturnService(ReservationRepository reservations, ReturnRepository returns, StockLedger stock, Clock clock) {
        this.reservations = reservations;
        this.returns = returns;
        this.stock = stock;
        this.clock = clock;
    }

    /** Brings units back; the same again is the same answer, whatever has come back since. */
    ReturnView putBack(UUID orderId, UUID returnId, ReturnRequest request) {
        SortedMap<String, Long> wanted = request.quantities();
        return Contended.transaction(() -> {
            ReservationView reservation =
                    reservations.lock(orderId).orElseThrow(() -> ReservationService.unknown(orderId));
            if (returns.insert(returnId, orderId, clock.instant())) {
                bringBack(reservation, returnId, wanted);
            } else if (!returns.lines(returnId, orderId).equals(wanted)) {
                throw new ProblemException(
                        CatalogProblem.RETURN_MISMATCH, "return " + returnId + " brought back other units");
            }
            return ReturnView.of(returnId, orderId, wanted);
        });
    }

    private void bringBack(ReservationView reservation, UUID returnId, SortedMap<String, Long> wanted) {
        Verb.RETURN.refusal(reservation.status()).ifPresent(problem -> {
            throw ReservationService.refused(problem, reservation);
        });
        requireLines(reservation.quantities().keySet(), wanted.keySet());
        Map<String, Long> out = returns.out(reservation.id());
        requireOut(out, wanted);
        stock.bringBack(reservation.id(), returnId, reservation.goingBack(wanted, out));
        returns.insertLines(returnId, reservation.id(), wanted);
        returns.count(reservation.id(), wanted);
    }

    private static void requireLines(Set<String> held, Set<String> wanted) {
        List<FieldError> unknown = wanted.stream()
                .filter(sku -> !held.contains(sku))
                .map(sku -> new FieldError(sku, CatalogProblem.UNKNOWN_SKU.code(), "is not in the reservation"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.VALIDATION_FAILED, unknown.get(0).field() + " is not in the reservation", unknown);
        }
    }

    private static void requireOut(Map<String, Long> out, Map<String, Long> wanted) {
        SortedMap<String, Long> tooMany = new TreeMap<>();
        wanted.forEach((sku, units) -> {
            long most = out.getOrDefault(sku, 0L);
            if (units > most) {
                tooMany.put(sku, most);
            }
        });
        if (!tooMany.isEmpty()) {
            throw new ProblemException(
                            CatalogProblem.RETURN_EXCEEDS_COMMITTED,
                            "fewer units of " + tooMany.keySet() + " are out than would come back")
                    .with("out", tooMany);
        }
    }
}
