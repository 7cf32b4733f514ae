package dev.quayside.payment.capture;

import dev.quayside.kit.page.Data;
import dev.quayside.payment.payment.PaymentView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Capturing authorised payments, for the service that owns orders. */
@Path("/internal/v1/payments/{orderId}/capture")
public class CaptureResource {
    private final CaptureService captures;

    CaptureResource(CaptureService captures) {
        this.captures = captures;
    }

    /**
     * Takes an amount of what was authorised, once and for good; the rest is released. 200 {@code captured}, also when it was captured
     * before with this amount. 202 while the outcome is not known: ask again.
     *
     * <p>404 {@code payment_not_found}; 409 {@code capture_mismatch}, {@code payment_not_authorized}, {@code payment_closed},
     * {@code capture_exceeds_authorized}, {@code capture_refused}.
     */
    @PUT
    @RolesAllowed("payments:write")
    public Response capture(@PathParam("orderId") UUID orderId, @Valid @NotNull CaptureRequest wanted) {
        PaymentView payment = captures.capture(orderId, wanted.amount());
        return Response.status(payment.status().isTerminal() ? 200 : 202)
                .entity(new Data<>(payment))
                .build();
    }
}
