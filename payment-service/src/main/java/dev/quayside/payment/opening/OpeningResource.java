package dev.quayside.payment.opening;

import dev.quayside.kit.page.Data;
import dev.quayside.payment.payment.PaymentView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** Opening payments, for the service that owns orders. */
@Path("/internal/v1/payments/{orderId}")
public class OpeningResource {
    private final OpeningService openings;

    OpeningResource(OpeningService openings) {
        this.openings = openings;
    }

    /**
     * Opens the payment of an order, once. {@code pending} without a client secret when Stripe did not answer in time: ask again.
     * {@code canceled} with {@code lastError} when Stripe refuses the amount.
     *
     * <p>409: {@code payment_mismatch} for another amount, capture or saved payment method, {@code payment_closed} after a cancel. 422
     * {@code payment_method_not_found} for one that is not the customer's, or was removed.
     */
    @PUT
    @RolesAllowed("payments:write")
    public Data<PaymentView> open(@PathParam("orderId") UUID orderId, @Valid @NotNull OpenPaymentRequest wanted) {
        return new Data<>(openings.open(orderId, wanted));
    }
}
