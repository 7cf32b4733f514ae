package dev.quayside.order.refunding;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.security.Caller;
import dev.quayside.order.order.Orders;
import dev.quayside.order.refund.Refunds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Refunds of an order, for staff and scripts. */
@Path("/v1/admin/orders/{id}/refunds")
public class AdminRefundResource {
    private static final ListQuery.Allowed LIST = new ListQuery.Allowed(List.of("-createdAt", "createdAt"), Set.of());

    private final RefundService service;
    private final Orders orders;
    private final Caller caller;
    private final ObjectMapper json;

    AdminRefundResource(RefundService service, Orders orders, Caller caller, ObjectMapper json) {
        this.service = service;
        this.orders = orders;
        this.caller = caller;
        this.json = json;
    }

    /**
     * Refunds an amount, or items at what they were charged: 201 with the refund, {@code pending} when its outcome is not known within
     * three seconds. Needs an {@code Idempotency-Key}. 409 {@code refund_exceeds_paid} with {@code left}, {@code order_not_refundable},
     * {@code payment_disputed}; 422 with the field, {@code units_exceeded} among others; 404 {@code order_not_found}.
     */
    @POST
    @RolesAllowed("refunds:write")
    public Response refund(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull RefundRequest request) {
        String path = "/v1/admin/orders/" + id + "/refunds";
        IdempotencyKey named = IdempotencyKey.required(key, caller, "POST", path, request.checked(), json);
        RefundService.Answer answer = service.refund(id, named, request);
        Response.ResponseBuilder response =
                Response.fromResponse(answer.stored().toResponse()).header("Cache-Control", "private, no-store");
        return answer.stored().status() == 201
                ? response.location(URI.create(path + "/" + answer.refundId())).build()
                : response.build();
    }

    /** The order's refunds, newest first; that of a cancelled order too. 404 {@code order_not_found}. */
    @GET
    @RolesAllowed("orders:read")
    public Page<RefundView> all(@PathParam("id") UUID id, @Context UriInfo uri) {
        ListQuery query = ListQuery.parse(uri, LIST);
        RefundService.Found found = service.page(id, query);
        var page = query.page(found.rows(), found.total(), refund -> Refunds.cursor(refund, query), uri);
        var currency = orders.state(id).currency();
        return new Page<>(
                page.data().stream()
                        .map(refund -> RefundView.of(refund, currency))
                        .toList(),
                page.page());
    }

    /** One refund; 404 {@code order_not_found}, {@code refund_not_found}. */
    @GET
    @Path("/{refundId}")
    @RolesAllowed("orders:read")
    public Data<RefundView> read(@PathParam("id") UUID id, @PathParam("refundId") UUID refundId) {
        return new Data<>(service.view(id, refundId));
    }
}
