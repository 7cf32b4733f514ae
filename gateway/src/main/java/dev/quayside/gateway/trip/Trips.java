package dev.quayside.gateway.trip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Writes trips down and ends them, a transaction each; no provider is called inside one. */
@ApplicationScoped
class Trips {
    /** Long enough to find one's password and second factor. */
    static final Duration LIFE = Duration.ofMinutes(10);

    private final TripRepository trips;
    private final Clock clock;

    Trips(TripRepository trips, Clock clock) {
        this.trips = trips;
        this.clock = clock;
    }

    @Transactional
    void begin(Ticket ticket, String provider, Wish wish) {
        trips.persist(new Trip(ticket, provider, wish, clock.instant(), LIFE));
    }

    /** Ends the trip of a state, whoever comes with it; of two at the same time one has it, and only whom it fits. */
    @Transactional
    Optional<Wish> end(Ticket ticket, String provider) {
        String hash = Hashes.of(ticket.state());
        return trips.findByIdOptional(hash)
                .filter(found -> trips.delete("stateHash", hash) == 1)
                .filter(found -> found.fits(ticket.browser(), provider, clock.instant()))
                .map(Trip::wish);
    }

    @Transactional
    void deleteOver() {
        trips.delete("expiresAt <= ?1", clock.instant());
    }
}
