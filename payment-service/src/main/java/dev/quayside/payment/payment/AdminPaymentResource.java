package dev.quayside.payment.payment;

import dev.quayside.kit.page.Data;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** What staff see of a payment. */
@Path("/v1/admin/payments")
public class AdminPaymentResource {
    private final Payments payments;
    private final PaymentRecords records;

    AdminPaymentResource(Payments payments, PaymentRecords records) {
        this.payments = payments;
        this.records = records;
    }

    /** The payment of an order with its ledger, as stored. No payment is a 404 {@code payment_not_found}. */
    @GET
    @Path("/{orderId}")
    @RolesAllowed("payments:read")
    public Data<AdminPaymentView> payment(@PathParam("orderId") UUID orderId) {
        return new Data<>(new AdminPaymentView(payments.get(orderId), records.transactions(orderId)));
    }
}
