package dev.quayside.catalog.alert;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.Contended;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What has happened to alerts, for scripts that follow: whoever names the last event that it knows misses none and hears of none twice. */
@ApplicationScoped
class StockEvents {
    private final StockEventRepository events;

    StockEvents(StockEventRepository events) {
        this.events = events;
    }

    /** A page of events behind {@code after}, or from the oldest; 404 {@code stock_event_not_found} when that one is kept no more. */
    Page<StockEventView> list(UriInfo uri) {
        ListQuery query = ListQuery.parse(uri, StockEventRepository.ALLOWED);
        Optional<UUID> after = Optional.ofNullable(query.filters().get("after")).map(StockEvents::id);
        place();
        return QuarkusTransaction.requiringNew()
                .call(() -> events.list(query, after.map(this::position).orElse(0L), uri));
    }

    /** Deletes some events that are old, also those that nobody has read; how many. */
    int forget(Instant before, int most) {
        place();
        return Contended.transaction(() -> events.forget(before, most));
    }

    private void place() {
        if (QuarkusTransaction.requiringNew().call(events::isAnyUnread)) {
            Contended.transaction(() -> {
                events.place();
                return true;
            });
        }
    }

    private long position(UUID event) {
        return events.position(event)
                .orElseThrow(() -> new ProblemException(
                        CatalogProblem.STOCK_EVENT_NOT_FOUND,
                        "no event has the id " + event + ", or it was too long ago: begin without after"));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, "after: must be the id of an event");
        }
    }
}
