package dev.quayside.order.repair;

import dev.quayside.kit.page.Data;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Where reconciliation has an order's owed stock step done again. */
@Path("/internal/v1/order-repairs/{orderId}/stock")
public class StockRepairResource {
    private final StockRepairs repairs;

    StockRepairResource(StockRepairs repairs) {
        this.repairs = repairs;
    }

    /**
     * Has the stock of an order taken, or given back, as its state says; stock that is held for an order that does not exist is let go.
     * 202: a durable step does it, as often as it is asked for. 409 {@code wrong_order_state} while the order is still on its way.
     */
    @POST
    @RolesAllowed("orders:repair")
    public Response stock(@PathParam("orderId") UUID orderId) {
        return Response.accepted(new Data<>(repairs.repeat(orderId)))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
