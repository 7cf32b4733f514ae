package dev.quayside.order.people;

import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer's data in this service. Each call can be repeated; a customer that is not known here has nothing. */
@Path("/internal/v1/people/{customerId}")
public class PeopleResource {
    private static final String SCOPE = "people:write";

    private final PeopleService people;

    PeopleResource(PeopleService people) {
        this.people = people;
    }

    /** Gives the customer the guest orders of an address, with their carts; what has an owner stays that owner's. */
    @PUT
    @Path("/orders")
    @RolesAllowed(SCOPE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Data<Affected> join(@PathParam("customerId") UUID customer, @Valid @NotNull JoinRequest request) {
        return new Data<>(people.join(customer, request.email()));
    }

    /** What stands in the way of an erasure. */
    @GET
    @Path("/erasure")
    @RolesAllowed(SCOPE)
    public Data<ErasureState> erasure(@PathParam("customerId") UUID customer) {
        return new Data<>(new ErasureState(people.inProgress(customer)));
    }

    /** Takes the person out of all orders and deletes the carts; 409 {@code orders_in_progress} before anything changes. */
    @POST
    @Path("/erasure")
    @RolesAllowed(SCOPE)
    public Data<Affected> erase(@PathParam("customerId") UUID customer) {
        return new Data<>(people.erase(customer));
    }

    /** A page of orders and carts; {@code page.next} is what to send as {@code after}, null at the end. */
    @GET
    @Path("/export")
    @RolesAllowed(SCOPE)
    public Page<ExportEntry> export(
            @PathParam("customerId") UUID customer, @QueryParam("after") @Nullable String after) {
        return people.export(customer, ExportPlace.parse(after));
    }
}
