package dev.quayside.payment.publication;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A subscriber's endpoint; its address is given with each call, because there can be several. */
@RegisterRestClient(configKey = "subscriber")
@OidcClientFilter
interface SubscriberClient {
    @PUT
    @Path("/{orderId}")
    @Consumes(MediaType.APPLICATION_JSON)
    void put(@Url String subscriber, @PathParam("orderId") UUID orderId, PaymentStateMessage state);
}
