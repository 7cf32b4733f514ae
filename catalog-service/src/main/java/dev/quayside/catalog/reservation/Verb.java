package dev.quayside.catalog.reservation;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.stock.StockVerb;
import java.util.Optional;

/** What can be done with a reservation that is there, and what each status answers to it. */
enum Verb {
    COMMIT(ReservationStatus.HELD, ReservationStatus.COMMITTED, StockVerb.COMMIT),
    RELEASE(ReservationStatus.HELD, ReservationStatus.RELEASED, StockVerb.RELEASE),
    RETURN(ReservationStatus.COMMITTED, ReservationStatus.RETURNED, StockVerb.RETURN);

    private final ReservationStatus from;
    private final ReservationStatus to;
    private final StockVerb stock;

    Verb(ReservationStatus from, ReservationStatus to, StockVerb stock) {
        this.from = from;
        this.to = to;
        this.stock = stock;
    }

    ReservationStatus from() {
        return from;
    }

    /** The status after it; one that has it already is left as it is. */
    ReservationStatus to() {
        return to;
    }

    StockVerb stock() {
        return stock;
    }

    /** Why a reservation in a status cannot do this; empty when it can, or has done it. */
    Optional<CatalogProblem> refusal(ReservationStatus status) {
        return switch (status) {
            case HELD -> this == RETURN ? Optional.of(CatalogProblem.RESERVATION_NOT_COMMITTED) : Optional.empty();
            case COMMITTED -> this == RELEASE ? Optional.of(CatalogProblem.RESERVATION_COMMITTED) : Optional.empty();
            case RELEASED -> this == RELEASE ? Optional.empty() : Optional.of(CatalogProblem.RESERVATION_CLOSED);
            case RETURNED -> this == RETURN ? Optional.empty() : Optional.of(CatalogProblem.RESERVATION_CLOSED);
        };
    }
}
