package dev.quayside.order.cancellation;

import dev.quayside.order.order.CancelReason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Cancelling an order as staff or a script. */
@Path("/v1/admin/orders/{id}/cancel")
public class AdminCancelResource {
    private final CancellationService service;

    AdminCancelResource(CancellationService service) {
        this.service = service;
    }

    /** 200 with the cancelled order, or 202 with one that is not settled yet. 409 {@code order_not_cancellable}. */
    @POST
    @RolesAllowed("orders:write")
    public Response cancel(@PathParam("id") UUID id) {
        return CancelResource.answer(service.cancel(id, CancelReason.STAFF));
    }
}
