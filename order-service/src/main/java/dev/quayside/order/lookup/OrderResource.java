package dev.quayside.order.lookup;

import dev.quayside.kit.http.EntityTags;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.security.Caller;
import dev.quayside.order.order.OrderList;
import dev.quayside.order.order.OrderView;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders as shoppers read them. */
@Path("/v1/orders")
public class OrderResource {
    /** The header that carries the token which checkout returned. */
    public static final String TOKEN_HEADER = "Order-Token";

    private final OrderAccess access;
    private final OrderList list;
    private final Caller caller;

    OrderResource(OrderAccess access, OrderList list, Caller caller) {
        this.access = access;
        this.list = list;
        this.caller = caller;
    }

    /** The signed-in customer's own orders, newest first. */
    @GET
    @RolesAllowed("customer")
    public Page<OrderView> own(@Context UriInfo uri) {
        ListQuery query = ListQuery.parse(uri, OrderList.OWN);
        OrderList.Found found = list.own(caller.customerId().orElseThrow(), query);
        return query.page(found.rows(), found.total(), order -> OrderList.cursor(order, query), uri);
    }

    /** One order, for its owner, whoever has its token, or staff with {@code orders:read}; 404 for everybody else. */
    @GET
    @Path("/{id}")
    @PermitAll
    public Response read(@PathParam("id") UUID id, @HeaderParam(TOKEN_HEADER) @Nullable String token) {
        return answer(access.readable(id, token));
    }

    static Response answer(OrderView order) {
        return Response.ok(new Data<>(order))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "private, no-store")
                .header("ETag", EntityTags.of(ChronoUnit.MICROS.between(Instant.EPOCH, order.updatedAt())))
                .build();
    }
}
