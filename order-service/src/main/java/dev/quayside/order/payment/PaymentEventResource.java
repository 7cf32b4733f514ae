package dev.quayside.order.payment;

import dev.quayside.order.order.OrderPayments;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** Where payment-service tells what became of a payment. */
@Path("/internal/v1/payment-events/{orderId}")
public class PaymentEventResource {
    private final OrderPayments payments;

    PaymentEventResource(OrderPayments payments) {
        this.payments = payments;
    }

    /** Applies a state; an older or equal version is a 204 too. 404 {@code order_not_found}. */
    @PUT
    @RolesAllowed("payment-events:write")
    public void apply(@PathParam("orderId") UUID orderId, @Valid @NotNull PaymentEvent event) {
        payments.apply(orderId, event.report());
    }
}
