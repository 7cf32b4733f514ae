package dev.quayside.gateway.people;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** catalog-service's side of a customer's data. */
@Path("/internal/v1/people/{customerId}")
@RegisterRestClient(configKey = "people-reviews")
@RegisterProvider(ToAnInstance.class)
interface CatalogPeopleClient {

    @POST
    @Path("/erasure")
    void erase(@HeaderParam("Authorization") String authorization, @PathParam("customerId") UUID customer);

    @GET
    @Path("/export")
    JsonNode export(
            @HeaderParam("Authorization") String authorization,
            @PathParam("customerId") UUID customer,
            @QueryParam("after") @Nullable String after);

    @GET
    @Path("/votes")
    JsonNode votes(
            @HeaderParam("Authorization") String authorization,
            @PathParam("customerId") UUID customer,
            @QueryParam("after") @Nullable String after);
}
