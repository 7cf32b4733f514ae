package dev.quayside.catalog.reservation;

import dev.quayside.catalog.quote.Basket;
import dev.quayside.kit.page.Data;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** Reservations for order-service. Every call may be repeated. */
@Path("/internal/v1/reservations/{orderId}")
@Produces(MediaType.APPLICATION_JSON)
public class ReservationResource {
    private final ReservationService reservations;
    private final ReturnService returns;

    ReservationResource(ReservationService reservations, ReturnService returns) {
        this.reservations = reservations;
        this.returns = returns;
    }

    /**
     * Holds all lines or none and answers their prices; the same again answers the first prices. 409 {@code insufficient_stock} with
     * {@code available} of each short sku, {@code reservation_mismatch}, {@code reservation_closed}; 422 {@code unknown_sku},
     * {@code price_unavailable} with the skus as fields.
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("stock:hold")
    public Data<ReservationView> hold(@PathParam("orderId") UUID id, @Valid @NotNull Basket basket) {
        return new Data<>(reservations.hold(id, basket));
    }

    /** Takes the held units out; 404 {@code reservation_not_found}, 409 {@code reservation_closed}. */
    @POST
    @Path("/commit")
    @RolesAllowed("stock:hold")
    public Data<ReservationView> commit(@PathParam("orderId") UUID id) {
        return new Data<>(reservations.commit(id));
    }

    /** Sets the held units free, or forbids a hold that is still on its way; 409 {@code reservation_committed}. */
    @POST
    @Path("/release")
    @RolesAllowed("stock:hold")
    public Data<ReservationView> release(@PathParam("orderId") UUID id) {
        return new Data<>(reservations.release(id));
    }

    /** Brings back all committed units that are not back yet; 404 {@code reservation_not_found}, 409 {@code reservation_not_committed}. */
    @POST
    @Path("/return")
    @RolesAllowed("stock:hold")
    public Data<ReservationView> putBack(@PathParam("orderId") UUID id) {
        return new Data<>(reservations.putBack(id));
    }

    /**
     * Brings some committed units back, once for a return's id. 404 {@code reservation_not_found}; 409 {@code return_mismatch} when
     * the id was used for other lines or another order, {@code return_exceeds_committed} with {@code out} of each such sku, {@code
     * reservation_not_committed}, {@code reservation_closed}; 422 for a sku that is named twice or that the reservation does not have.
     */
    @PUT
    @Path("/returns/{returnId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("stock:hold")
    public Data<ReturnView> putBackSome(
            @PathParam("orderId") UUID id,
            @PathParam("returnId") UUID returnId,
            @Valid @NotNull ReturnRequest request) {
        return new Data<>(returns.putBack(id, returnId, request));
    }
}
