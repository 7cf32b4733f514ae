package dev.quayside.order.lookup;

import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.order.order.OrderList;
import dev.quayside.order.order.OrderView;
import dev.quayside.order.order.Orders;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** Orders as staff and scripts read them. */
@Path("/v1/admin/orders")
public class AdminOrderResource {
    private final Orders orders;
    private final OrderList list;

    AdminOrderResource(Orders orders, OrderList list) {
        this.orders = orders;
        this.list = list;
    }

    /** All orders, newest first, filtered by status, paymentStatus, disputeStatus, createdAt, email, number, customerId or currency. */
    @GET
    @RolesAllowed("orders:read")
    public Page<OrderView> all(@Context UriInfo uri) {
        ListQuery query = ListQuery.parse(uri, OrderList.ALL);
        OrderList.Found found = list.all(query);
        return query.page(found.rows(), found.total(), order -> OrderList.cursor(order, query), uri);
    }

    /** One order; 404 {@code order_not_found}. */
    @GET
    @Path("/{id}")
    @RolesAllowed("orders:read")
    public Response read(@PathParam("id") UUID id) {
        return OrderResource.answer(orders.view(id));
    }
}
