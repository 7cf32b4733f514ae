package dev.quayside.payment.wallet;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a signed-in customer begins to save a card. */
@Path("/v1/payment-methods/setups")
public class SetupResource {
    private static final String PATH = "/v1/payment-methods/setups";

    private final SetupService setups;
    private final Caller caller;
    private final ObjectMapper json;

    SetupResource(SetupService setups, Caller caller, ObjectMapper json) {
        this.setups = setups;
        this.caller = caller;
        this.json = json;
    }

    /**
     * Begins to save a card: 201 with what the storefront finishes it with. Needs an {@code Idempotency-Key}. 409
     * {@code too_many_payment_methods}; 503 {@code stripe_unavailable}, to be sent again with the same key.
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("customer")
    public Response open(@HeaderParam("Idempotency-Key") @Nullable String key, byte @Nullable [] body) {
        requireNothing(body);
        IdempotencyKey named = IdempotencyKey.required(key, caller, "POST", PATH, Map.of(), json);
        SetupAnswer answer = setups.open(caller.customerId().orElseThrow(), named);
        return Response.status(Response.Status.CREATED)
                .entity(new Data<>(answer.setup()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .header(StoredAnswer.REPLAYED_HEADER, answer.replayed() ? "true" : null)
                .build();
    }

    /** There is nothing to say yet, and many clients send no content type with nothing. */
    private void requireNothing(byte @Nullable [] body) {
        try {
            if (body != null && body.length > 0 && !json.readTree(body).equals(json.createObjectNode())) {
                throw new ProblemException(CommonProblem.MALFORMED_REQUEST, "the body must be empty, or {}");
            }
        } catch (IOException unreadable) {
            throw new ProblemException(CommonProblem.MALFORMED_REQUEST, "the body must be empty, or {}");
        }
    }
}
