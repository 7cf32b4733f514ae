package dev.quayside.payment.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.http.OptionalBody;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.security.Caller;
import dev.quayside.payment.mismatch.MismatchView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reconciliation for staff: start a run, and see what it has found. */
@Path("/v1/admin/reconciliation")
public class ReconciliationResource {
    private static final String PATH = "/v1/admin/reconciliation";

    private final Reconciliations reconciliations;
    private final Caller caller;
    private final ObjectMapper json;

    ReconciliationResource(Reconciliations reconciliations, Caller caller, ObjectMapper json) {
        this.reconciliations = reconciliations;
        this.caller = caller;
        this.json = json;
    }

    /**
     * Compares orders, payments, Stripe and stock over a window, at most 92 days; without one, over the last 72 hours. 202 with the run:
     * look at it again. Needs an {@code Idempotency-Key}. 409 {@code reconciliation_running} with {@code runId}; 422 with the field.
     */
    @POST
    @RolesAllowed("payments:repair")
    public Response start(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable String body, @Context HttpHeaders headers)
            throws JsonProcessingException {
        StartRequest wanted = OptionalBody.read(body, headers, StartRequest.USUAL, StartRequest.class, json);
        StoredAnswer answer =
                reconciliations.start(IdempotencyKey.required(key, caller, "POST", PATH, wanted, json), wanted);
        Response.ResponseBuilder response = Response.fromResponse(answer.toResponse());
        return answer.status() == 202
                ? response.location(URI.create(PATH + "/"
                                + json.readTree(answer.body())
                                        .path("data")
                                        .path("id")
                                        .asText()))
                        .build()
                : response.build();
    }

    /** Runs, the latest first; filter {@code status}, one or more separated by commas. */
    @GET
    @RolesAllowed("payments:read")
    public Page<RunView> runs(@Context UriInfo uri) {
        return reconciliations.page(uri);
    }

    /** One run; 404 {@code reconciliation_not_found}. */
    @GET
    @Path("/{id}")
    @RolesAllowed("payments:read")
    public Data<RunView> run(@PathParam("id") UUID id) {
        return new Data<>(reconciliations.view(id));
    }

    /** What a run has found, the latest first; filters {@code code}, {@code status} and {@code orderId}. */
    @GET
    @Path("/{id}/mismatches")
    @RolesAllowed("payments:read")
    public Page<MismatchView> mismatches(@PathParam("id") UUID id, @Context UriInfo uri) {
        return reconciliations.mismatches(id, uri);
    }
}
