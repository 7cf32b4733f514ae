package dev.quayside.payment.webhook;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Where Stripe delivers its events. The signature is the caller's proof; there is no token. */
@Path("/v1/webhooks/stripe")
public class StripeWebhookResource {
    private final WebhookService webhooks;

    StripeWebhookResource(WebhookService webhooks) {
        this.webhooks = webhooks;
    }

    /**
     * Takes one delivery, as raw bytes: the signature is over exactly those. 200 once it is stored, also for one that was delivered
     * before and for types that mean nothing here; 400 {@code webhook_signature_invalid} or {@code webhook_body_invalid}.
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    @PermitAll
    public Response receive(byte @Nullable [] body, @HeaderParam("Stripe-Signature") @Nullable String signature) {
        webhooks.receive(body, signature);
        return Response.ok().build();
    }
}
