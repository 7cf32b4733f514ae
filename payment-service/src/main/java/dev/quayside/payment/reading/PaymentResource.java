package dev.quayside.payment.reading;

import dev.quayside.kit.page.Data;
import dev.quayside.payment.payment.PaymentView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** Reading payments, for the service that owns orders. */
@Path("/internal/v1/payments")
public class PaymentResource {
    private final PaymentReadingService payments;

    PaymentResource(PaymentReadingService payments) {
        this.payments = payments;
    }

    /** The payment of an order; an open one is read from Stripe first (5 s). No payment is a 404 {@code payment_not_found}. */
    @GET
    @Path("/{orderId}")
    @RolesAllowed("payments:write")
    public Data<PaymentView> payment(@PathParam("orderId") UUID orderId) {
        return new Data<>(payments.show(orderId));
    }
}
