package dev.quayside.gateway.customeradmin;

import dev.quayside.gateway.customer.AdminAccounts.Versioned;
import dev.quayside.gateway.customer.AdminCustomerView;
import dev.quayside.kit.http.EntityTags;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers for the staff that looks after them. {@code If-Match} is checked when sent. */
@Path("/v1/admin/customers")
@Produces(MediaType.APPLICATION_JSON)
public class AdminCustomerResource {
    private final CustomerAdmin customers;
    private final Erasing erasing;

    AdminCustomerResource(CustomerAdmin customers, Erasing erasing) {
        this.customers = customers;
        this.erasing = erasing;
    }

    /**
     * A page of customers; filters {@code q}, {@code email}, {@code status}, {@code emailVerified}, {@code createdAt[gte]}, {@code
     * createdAt[lt]}; sorts -createdAt (default), createdAt.
     */
    @GET
    @RolesAllowed("customers:read")
    public Response list(@Context UriInfo uri) {
        Page<AdminCustomerView> page = customers.list(uri);
        return Response.ok(page).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** One customer, with the ETag; 404 {@code customer_not_found}. */
    @GET
    @Path("/{id}")
    @RolesAllowed("customers:read")
    public Response get(@PathParam("id") UUID id) {
        return answer(Response.ok(), customers.get(id));
    }

    /** Opens an account: 201; 409 {@code email_taken}; 422, of {@code passwordHash} with {@code unsupported_password_hash}. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("customers:write")
    public Response create(@NotNull @Valid CreateCustomerRequest body) {
        Versioned opened = customers.create(body);
        return answer(
                Response.created(
                        URI.create("/v1/admin/customers/" + opened.view().id())),
                opened);
    }

    /** Ends all sign-ins and lets the customer in no more: 200, also when that was so before; 412. */
    @POST
    @Path("/{id}/disable")
    @RolesAllowed("customers:write")
    public Response disable(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(Response.ok(), customers.disable(id, ifMatch));
    }

    /** Lets a disabled customer in again: 200, also when that was so before; 412. */
    @POST
    @Path("/{id}/enable")
    @RolesAllowed("customers:write")
    public Response enable(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(Response.ok(), customers.enable(id, ifMatch));
    }

    /** Erases the person, as the customer can: 204; 409 {@code orders_in_progress}; 412; 503 while that cannot be told. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed("customers:write")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        erasing.erase(id, ifMatch);
    }

    private static Response answer(Response.ResponseBuilder response, Versioned customer) {
        return response.entity(new Data<>(customer.view()))
                .header(HttpHeaders.ETAG, EntityTags.of(customer.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
