package dev.quayside.order.checkout;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.security.Caller;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checkout over HTTP. */
@Path("/v1/carts/{id}/checkout")
@PermitAll
public class CheckoutResource {
    private final CheckoutService service;
    private final Caller caller;
    private final ObjectMapper json;

    CheckoutResource(CheckoutService service, Caller caller, ObjectMapper json) {
        this.service = service;
        this.caller = caller;
        this.json = json;
    }

    /**
     * Buys the cart at {@code expectedTotal}: 201 with the order, its token and its payment, for the first caller and for every later
     * one. Needs an {@code Idempotency-Key}. 409 {@code cart_changed} with {@code changes}, {@code insufficient_stock} with
     * {@code available}; 422 {@code cart_empty}, {@code amount_too_small}, {@code amount_too_large},
     * {@code payment_method_not_found}; 503 when the catalogue is away.
     */
    @POST
    public Response checkout(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull CheckoutRequest request) {
        request.requireAllowed(caller.customerId());
        IdempotencyKey named =
                IdempotencyKey.required(key, caller, "POST", "/v1/carts/" + id + "/checkout", request, json);
        CheckoutAnswer answer = service.checkout(id, caller.customerId(), named, request);
        Response.ResponseBuilder created = Response.created(URI.create("/v1/orders/" + answer.orderId()))
                .entity(new Data<>(answer.order()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store");
        return (answer.replayed() ? created.header(StoredAnswer.REPLAYED_HEADER, "true") : created).build();
    }
}
