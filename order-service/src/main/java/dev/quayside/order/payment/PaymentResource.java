package dev.quayside.order.payment;

import dev.quayside.kit.page.Data;
import dev.quayside.order.lookup.OrderAccess;
import dev.quayside.order.lookup.OrderResource;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order's payment, for whoever pays it. */
@Path("/v1/orders/{id}/payment")
@PermitAll
public class PaymentResource {
    private final OrderAccess access;
    private final PayerDesk desk;

    PaymentResource(OrderAccess access, PayerDesk desk) {
        this.access = access;
        this.desk = desk;
    }

    /** The payment as it is now, read back from Stripe. The client secret is null when there is nothing to pay. 404 for others. */
    @GET
    public Response read(@PathParam("id") UUID id, @HeaderParam(OrderResource.TOKEN_HEADER) @Nullable String token) {
        access.own(id, token);
        return Response.ok(new Data<>(desk.payment(id)))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }
}
