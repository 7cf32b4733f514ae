package dev.quayside.payment.webhook;

import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** What staff see of the events that Stripe delivered, and what they can do about one that is stuck. */
@Path("/v1/admin/stripe-events")
public class StripeEventResource {
    private final StripeEvents events;

    StripeEventResource(StripeEvents events) {
        this.events = events;
    }

    /** Events, the latest first; filters {@code status} and {@code type}, each one or more separated by commas. */
    @GET
    @RolesAllowed("payments:read")
    public Page<StripeEventView> events(@Context UriInfo uri) {
        return events.page(uri);
    }

    /** One event; 404 {@code stripe_event_not_found}. */
    @GET
    @Path("/{eventId}")
    @RolesAllowed("payments:read")
    public Data<StripeEventView> event(@PathParam("eventId") String eventId) {
        return new Data<>(events.get(eventId));
    }

    /**
     * Has an event worked on now. 202: look at it again for the outcome. 404 {@code stripe_event_not_found}; 409
     * {@code event_already_processed}.
     */
    @POST
    @Path("/{eventId}/replay")
    @RolesAllowed("payments:repair")
    public Response replay(@PathParam("eventId") String eventId) {
        return Response.accepted(new Data<>(events.replay(eventId))).build();
    }
}
