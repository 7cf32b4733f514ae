package dev.quayside.payment.wallet;

import dev.quayside.kit.page.Data;
import dev.quayside.payment.card.PaymentMethodView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** Looking a customer's saved card up, for the service that takes orders: before it holds stock for one that cannot pay. */
@Path("/internal/v1/payment-methods/{customerId}/{id}")
public class CustomersMethodResource {
    private final PaymentMethods methods;

    CustomersMethodResource(PaymentMethods methods) {
        this.methods = methods;
    }

    /** The card, if this customer has it now; 404 {@code payment_method_not_found}. */
    @GET
    @RolesAllowed("payments:write")
    public Data<PaymentMethodView> method(@PathParam("customerId") UUID customerId, @PathParam("id") String id) {
        return new Data<>(methods.get(customerId, id));
    }
}
