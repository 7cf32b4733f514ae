package dev.quayside.payment.cancellation;

import dev.quayside.kit.page.Data;
import dev.quayside.payment.payment.PaymentView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Cancelling payments, for the service that owns orders. */
@Path("/internal/v1/payments/{orderId}/cancel")
public class CancellationResource {
    private final CancellationService cancellations;

    CancellationResource(CancellationService cancellations) {
        this.cancellations = cancellations;
    }

    /**
     * Cancels a payment, or leaves a tombstone for an order that is not known. 200 when it has ended: {@code canceled}, or
     * {@code captured} when it had been paid. 202 while the outcome is not known, also that of a capture that was first: ask again.
     */
    @POST
    @RolesAllowed("payments:write")
    public Response cancel(@PathParam("orderId") UUID orderId) {
        PaymentView payment = cancellations.cancel(orderId);
        return Response.status(payment.status().isTerminal() ? 200 : 202)
                .entity(new Data<>(payment))
                .build();
    }
}
