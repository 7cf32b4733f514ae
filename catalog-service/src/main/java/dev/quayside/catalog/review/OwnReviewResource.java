package dev.quayside.catalog.review;

import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** What a signed-in customer has reviewed, and finds helpful. */
@Path("/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
public class OwnReviewResource {
    private final OwnReviews own;
    private final Votes votes;
    private final Caller caller;

    OwnReviewResource(OwnReviews own, Votes votes, Caller caller) {
        this.own = own;
        this.votes = votes;
        this.caller = caller;
    }

    /** A page of the customer's own reviews. Filter: status (several by comma). Sorts: -createdAt (default), createdAt. */
    @GET
    @RolesAllowed("customer")
    public Page<OwnReview> list(@Context UriInfo uri) {
        return own.list(customer(), uri);
    }

    /** The customer finds a published review helpful; it counts once. Not the customer's own: 409 {@code own_review}. */
    @PUT
    @Path("/{id}/helpful")
    @RolesAllowed("customer")
    public Data<VoteView> vote(@PathParam("id") UUID id) {
        return new Data<>(votes.give(id, customer()));
    }

    /** The customer takes that back; also when it was never said. */
    @DELETE
    @Path("/{id}/helpful")
    @RolesAllowed("customer")
    public Data<VoteView> takeBack(@PathParam("id") UUID id) {
        return new Data<>(votes.takeBack(id, customer()));
    }

    private UUID customer() {
        return caller.customerId().orElseThrow();
    }
}
