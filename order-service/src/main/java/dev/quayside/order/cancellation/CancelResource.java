package dev.quayside.order.cancellation;

import dev.quayside.kit.page.Data;
import dev.quayside.order.lookup.OrderAccess;
import dev.quayside.order.lookup.OrderResource;
import dev.quayside.order.order.CancelReason;
import dev.quayside.order.order.OrderStatus;
import dev.quayside.order.order.OrderView;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cancelling an own order. */
@Path("/v1/orders/{id}/cancel")
@PermitAll
public class CancelResource {
    private final CancellationService service;
    private final OrderAccess access;

    CancelResource(CancellationService service, OrderAccess access) {
        this.service = service;
        this.access = access;
    }

    /**
     * For the order's owner or whoever has its token: 200 with the cancelled order, again and again, or 202 with a {@code cancelling}
     * one that is not settled within three seconds. 409 {@code order_not_cancellable}; 404 for everybody else.
     */
    @POST
    public Response cancel(@PathParam("id") UUID id, @HeaderParam(OrderResource.TOKEN_HEADER) @Nullable String token) {
        access.own(id, token);
        return answer(service.cancel(id, CancelReason.CUSTOMER));
    }

    static Response answer(OrderView order) {
        return Response.status(order.status() == OrderStatus.CANCELLING ? 202 : 200)
                .entity(new Data<>(order))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
