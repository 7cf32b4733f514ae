package dev.quayside.catalog.alert;

import dev.quayside.kit.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** That skus become low, and recover, for scripts that follow it. */
@Path("/v1/admin/stock-alert-events")
@Produces(MediaType.APPLICATION_JSON)
public class StockEventResource {
    private final StockEvents events;

    StockEventResource(StockEvents events) {
        this.events = events;
    }

    /** A page of events behind the one that {@code after} names, the oldest first; 404 {@code stock_event_not_found}. */
    @GET
    @RolesAllowed("stock:read")
    public Page<StockEventView> list(@Context UriInfo uri) {
        return events.list(uri);
    }
}
