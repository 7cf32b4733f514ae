package dev.quayside.order.payment;

import dev.quayside.order.upstream.Finding;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** payment-service's reads for the audit; they may ask Stripe and take longer. */
@RegisterRestClient(configKey = "payment-audit")
@OidcClientFilter
@Path("/internal/v1/audit/payment")
interface PaymentAuditClient {
    @GET
    @Path("/payments")
    PaymentWire.Answer<List<AuditedPayment>> payments(
            @QueryParam("after") @Nullable UUID after, @QueryParam("limit") int limit);

    @GET
    @Path("/invariants")
    PaymentWire.Answer<List<Finding>> invariants();
}
