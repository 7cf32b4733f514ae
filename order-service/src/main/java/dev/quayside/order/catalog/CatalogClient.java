package dev.quayside.order.catalog;

import dev.quayside.order.upstream.Finding;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** catalog-service's internal API. */
@RegisterRestClient(configKey = "catalog")
@OidcClientFilter
@Path("/internal/v1")
interface CatalogClient {
    @POST
    @Path("/quotes")
    CatalogWire.Answer<CatalogWire.Quoted> quote(CatalogWire.Lines lines);

    @PUT
    @Path("/reservations/{id}")
    CatalogWire.Answer<CatalogWire.Reserved> hold(@PathParam("id") UUID id, CatalogWire.Lines lines);

    @POST
    @Path("/reservations/{id}/{move}")
    CatalogWire.Answer<CatalogWire.Moved> move(@PathParam("id") UUID id, @PathParam("move") String move);

    @PUT
    @Path("/reservations/{id}/returns/{returnId}")
    CatalogWire.Answer<CatalogWire.Returned> giveBack(
            @PathParam("id") UUID id, @PathParam("returnId") UUID returnId, CatalogWire.Returned returned);

    @GET
    @Path("/audit/catalog/reservations")
    CatalogWire.Answer<List<AuditedReservation>> reservations(
            @QueryParam("after") @Nullable UUID after, @QueryParam("limit") int limit);

    @GET
    @Path("/audit/catalog/invariants")
    CatalogWire.Answer<List<Finding>> invariants();
}
