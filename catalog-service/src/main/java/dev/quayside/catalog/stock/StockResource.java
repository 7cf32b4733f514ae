package dev.quayside.catalog.stock;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stock of one sku. */
@Path("/v1/admin/stock/{sku}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class StockResource {
    private static final ListQuery.Allowed MOVEMENTS =
            new ListQuery.Allowed(List.of("-createdAt", "createdAt"), Set.of());

    private final StockService stock;
    private final Caller caller;
    private final ObjectMapper json;

    StockResource(StockService stock, Caller caller, ObjectMapper json) {
        this.stock = stock;
        this.caller = caller;
        this.json = json;
    }

    /** Units on hand, reserved and available, in all and at each location; 404 {@code sku_not_found}. */
    @GET
    @RolesAllowed("stock:read")
    public Data<StockView> level(@PathParam("sku") String sku) {
        return new Data<>(stock.level(sku));
    }

    /**
     * Makes what is on hand at a location what was counted. 409 {@code stock_changed} when other units are there than were expected,
     * {@code stock_below_reserved}, {@code stock_too_large}, {@code location_inactive}; 422 {@code unknown_location}.
     */
    @PUT
    @RolesAllowed("stock:write")
    public Data<StockView> count(@PathParam("sku") String sku, @Valid @NotNull CountRequest request) {
        return new Data<>(stock.count(sku, request));
    }

    /** Every movement of the sku; sorts -createdAt (default) and createdAt. */
    @GET
    @Path("/movements")
    @RolesAllowed("stock:read")
    public Page<MovementView> movements(@PathParam("sku") String sku, @Context UriInfo uri) {
        return stock.movements(sku, ListQuery.parse(uri, MOVEMENTS), uri);
    }

    /**
     * Changes what is on hand at a location by {@code delta} units, once for an {@code Idempotency-Key}; 409 {@code
     * stock_below_reserved} when fewer would be left than are reserved, {@code stock_too_large} above a billion, {@code
     * location_inactive}; 422 {@code unknown_location}.
     */
    @POST
    @Path("/adjust")
    @RolesAllowed("stock:write")
    public Response adjust(
            @PathParam("sku") String sku,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context UriInfo uri,
            @Valid @NotNull AdjustRequest request) {
        if (request.delta() == 0) {
            throw ProblemException.invalidField("delta", "not_zero", "must not be 0");
        }
        StoredAnswer answer =
                stock.adjust(sku, request, IdempotencyKey.required(key, caller, "POST", uri.getPath(), request, json));
        Response.ResponseBuilder response = Response.status(answer.status()).entity(answer.body());
        return answer.replayed()
                ? response.header(StoredAnswer.REPLAYED_HEADER, "true").build()
                : response.build();
    }
}
