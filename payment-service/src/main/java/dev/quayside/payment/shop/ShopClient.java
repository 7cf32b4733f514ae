package dev.quayside.payment.shop;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.quayside.payment.comparison.OrderSide;
import dev.quayside.payment.comparison.StockSide;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The internal API of order-service and catalog-service, as far as reconciliation needs it. */
@RegisterRestClient(configKey = "shop")
@OidcClientFilter
@Path("/internal/v1")
interface ShopClient {
    @GET
    @Path("/audit/order/orders")
    Answer<List<OrderSide>> orders(@QueryParam("after") UUID after, @QueryParam("limit") int limit);

    @GET
    @Path("/audit/catalog/reservations")
    Answer<List<StockSide>> reservations(@QueryParam("after") UUID after, @QueryParam("limit") int limit);

    @GET
    @Path("/audit/catalog/invariants")
    Answer<List<Invariant>> invariants();

    @POST
    @Path("/order-repairs/{orderId}/stock")
    void repairStock(@PathParam("orderId") UUID orderId);

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer<T>(T data) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Invariant(String id, List<StockFault> offenders) {}
}
