package dev.quayside.order.cart;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.idempotency.OnceInTransaction;
import dev.quayside.kit.security.Caller;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Carts over HTTP. A cart that the caller may not see is a 404 {@code cart_not_found}. */
@Path("/v1/carts")
@PermitAll
public class CartResource {
    private final CartService carts;
    private final Caller caller;
    private final OnceInTransaction once;
    private final CartAnswers answers;
    private final ObjectMapper json;

    CartResource(CartService carts, Caller caller, OnceInTransaction once, CartAnswers answers, ObjectMapper json) {
        this.carts = carts;
        this.answers = answers;
        this.caller = caller;
        this.once = once;
        this.json = json;
    }

    /** Makes an empty cart: the customer's, or a guest's whose id is its secret. 422 {@code currency_not_sold}. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull NewCartRequest request) {
        if (key == null) {
            return answers.created(carts.create(request.currency(), caller.customerId()), false);
        }
        IdempotencyKey named = IdempotencyKey.required(key, caller, "POST", "/v1/carts", request, json);
        return answers.created(
                once.run(named, () -> answers.stored(carts.create(request.currency(), caller.customerId()))));
    }

    /**
     * The cart at the catalogue's prices of now, or at older ones ({@code pricesAsOf}) when it does not answer; 304 when
     * {@code If-None-Match} names its tag.
     */
    @GET
    @Path("/{id}")
    public Response read(@PathParam("id") UUID id, @Context Request request) {
        CartView cart = carts.read(id, caller.customerId());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(answers.tag(cart));
        return unchanged == null
                ? answers.ok(cart)
                : unchanged.header("Cache-Control", "no-store").build();
    }

    /**
     * Sets how many of a sku the cart has. 422 {@code unknown_sku}, {@code price_unavailable}, {@code cart_full}; 409
     * {@code cart_locked} while the cart is being bought.
     */
    @PUT
    @Path("/{id}/items/{sku}")
    public Response put(
            @PathParam("id") UUID id, @PathParam("sku") String sku, @Valid @NotNull QuantityRequest request) {
        return answers.ok(carts.put(id, caller.customerId(), sku, request.quantity()));
    }

    /** Takes a sku out of the cart. 409 {@code cart_locked} while the cart is being bought. */
    @DELETE
    @Path("/{id}/items/{sku}")
    public Response remove(@PathParam("id") UUID id, @PathParam("sku") String sku) {
        return answers.ok(carts.remove(id, caller.customerId(), sku));
    }
}
