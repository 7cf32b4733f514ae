package dev.quayside.payment.refund;

import dev.quayside.kit.page.Data;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Refunds, for the service that owns orders. */
@Path("/internal/v1/payments/{orderId}/refunds")
public class RefundResource {
    private final RefundService refunds;

    RefundResource(RefundService refunds) {
        this.refunds = refunds;
    }

    /**
     * Gives back an amount in minor units, once for each refund id. 200 when it is settled, 202 while it is pending.
     *
     * <p>404 {@code payment_not_found}; 409 {@code refund_mismatch}, {@code payment_not_captured}, {@code refund_exceeds_captured},
     * {@code payment_disputed}.
     */
    @PUT
    @Path("/{refundId}")
    @RolesAllowed("payments:write")
    public Response put(
            @PathParam("orderId") UUID orderId,
            @PathParam("refundId") UUID refundId,
            @Valid @NotNull PutRefundRequest wanted) {
        RefundView refund = refunds.put(orderId, refundId, wanted);
        return Response.status(refund.status().isSettled() ? 200 : 202)
                .entity(new Data<>(refund))
                .build();
    }
}
