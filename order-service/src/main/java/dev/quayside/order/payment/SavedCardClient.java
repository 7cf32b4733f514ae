package dev.quayside.order.payment;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** payment-service's saved cards. */
@RegisterRestClient(configKey = "payment")
@OidcClientFilter
@Path("/internal/v1/payment-methods/{customerId}/{id}")
interface SavedCardClient {
    @GET
    PaymentWire.Answer<PaymentWire.Method> method(@PathParam("customerId") UUID customerId, @PathParam("id") String id);
}
