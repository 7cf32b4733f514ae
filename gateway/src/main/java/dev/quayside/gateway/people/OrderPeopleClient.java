package dev.quayside.gateway.people;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** order-service's side of a customer's data. */
@Path("/internal/v1/people/{customerId}")
@RegisterRestClient(configKey = "people-orders")
@RegisterProvider(ToAnInstance.class)
interface OrderPeopleClient {

    @PUT
    @Path("/orders")
    @Consumes(MediaType.APPLICATION_JSON)
    void join(
            @HeaderParam("Authorization") String authorization, @PathParam("customerId") UUID customer, JoinBody body);

    @GET
    @Path("/erasure")
    JsonNode erasure(@HeaderParam("Authorization") String authorization, @PathParam("customerId") UUID customer);

    @POST
    @Path("/erasure")
    void erase(@HeaderParam("Authorization") String authorization, @PathParam("customerId") UUID customer);

    @GET
    @Path("/export")
    JsonNode export(
            @HeaderParam("Authorization") String authorization,
            @PathParam("customerId") UUID customer,
            @QueryParam("after") @Nullable String after);

    /** The address whose orders are the customer's. */
    record JoinBody(String email) {}
}
