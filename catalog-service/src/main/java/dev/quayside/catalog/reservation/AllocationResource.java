package dev.quayside.catalog.reservation;

import dev.quayside.kit.page.Data;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** From which locations the units of orders are taken, for staff who pick them. */
@Path("/v1/admin/stock-allocations/{orderId}")
@Produces(MediaType.APPLICATION_JSON)
public class AllocationResource {
    private final ReservationService reservations;

    AllocationResource(ReservationService reservations) {
        this.reservations = reservations;
    }

    /** The locations of each line; 404 {@code reservation_not_found}, also for an order whose stock was never asked for. */
    @GET
    @RolesAllowed("stock:read")
    public Data<AllocationView> get(@PathParam("orderId") UUID order) {
        return new Data<>(reservations.allocation(order));
    }
}
