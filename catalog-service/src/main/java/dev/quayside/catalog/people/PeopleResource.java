package dev.quayside.catalog.people;

import dev.quayside.catalog.review.GivenVote;
import dev.quayside.catalog.review.OwnReview;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer's data in this service. Each call can be repeated; a customer that is not known here has nothing. */
@Path("/internal/v1/people/{customerId}")
@Produces(MediaType.APPLICATION_JSON)
public class PeopleResource {
    private static final String SCOPE = "people:write";

    private final PeopleService people;

    PeopleResource(PeopleService people) {
        this.people = people;
    }

    /** Takes the person out of all reviews and votes. */
    @POST
    @Path("/erasure")
    @RolesAllowed(SCOPE)
    public Data<Affected> erase(@PathParam("customerId") UUID customer) {
        return new Data<>(people.erase(customer));
    }

    /** A page of reviews; {@code page.next} is what to send as {@code after}, null at the end. */
    @GET
    @Path("/export")
    @RolesAllowed(SCOPE)
    public Page<OwnReview> export(@PathParam("customerId") UUID customer, @QueryParam("after") @Nullable UUID after) {
        return people.export(customer, after);
    }

    /** A page of reviews of others that the customer finds helpful; {@code page.next} as above. */
    @GET
    @Path("/votes")
    @RolesAllowed(SCOPE)
    public Page<GivenVote> votes(@PathParam("customerId") UUID customer, @QueryParam("after") @Nullable UUID after) {
        return people.votes(customer, after);
    }
}
