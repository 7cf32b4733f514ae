package dev.quayside.order.payment;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** payment-service's internal API. */
@RegisterRestClient(configKey = "payment")
@OidcClientFilter
@Path("/internal/v1/payments/{orderId}")
interface PaymentClient {
    @PUT
    PaymentWire.Answer<PaymentWire.Payment> open(@PathParam("orderId") UUID orderId, PaymentWire.Open payment);

    @GET
    PaymentWire.Answer<PaymentWire.Payment> read(@PathParam("orderId") UUID orderId);

    @POST
    @Path("/cancel")
    PaymentWire.Answer<PaymentWire.Payment> cancel(@PathParam("orderId") UUID orderId);

    @PUT
    @Path("/capture")
    PaymentWire.Answer<PaymentWire.Payment> capture(@PathParam("orderId") UUID orderId, PaymentWire.Capture capture);

    @PUT
    @Path("/refunds/{refundId}")
    PaymentWire.Answer<PaymentWire.Refunded> refund(
            @PathParam("orderId") UUID orderId, @PathParam("refundId") UUID refundId, PaymentWire.Refund refund);
}
