package dev.quayside.order.catalog;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Quotes with a time-out of their own: for a reader who would rather see older prices than wait. */
@RegisterRestClient(configKey = "catalog-quick")
@OidcClientFilter
@Path("/internal/v1")
interface QuickQuoteClient {
    @POST
    @Path("/quotes")
    CatalogWire.Answer<CatalogWire.Quoted> quote(CatalogWire.Lines lines);
}
