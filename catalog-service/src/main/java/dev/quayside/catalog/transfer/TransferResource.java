package dev.quayside.catalog.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Transfers of stock between locations. */
@Path("/v1/admin/stock-transfers")
@Produces(MediaType.APPLICATION_JSON)
public class TransferResource {
    private final TransferService transfers;
    private final Caller caller;
    private final ObjectMapper json;

    TransferResource(TransferService transfers, Caller caller, ObjectMapper json) {
        this.transfers = transfers;
        this.caller = caller;
        this.json = json;
    }

    /** A page of transfers; filters sku and location, sorts -createdAt (default) and createdAt. */
    @GET
    @RolesAllowed("stock:read")
    public Page<TransferView> list(@Context UriInfo uri) {
        return transfers.list(uri);
    }

    /** One transfer; 404 {@code transfer_not_found}. */
    @GET
    @Path("/{id}")
    @RolesAllowed("stock:read")
    public Data<TransferView> get(@PathParam("id") UUID id) {
        return new Data<>(transfers.get(id));
    }

    /**
     * Moves units from one location to another, all or none, once for an {@code Idempotency-Key}. 409 {@code insufficient_stock} with
     * {@code available} of each sku of which too few are free there, {@code location_inactive}; 422 for a location or sku that is unknown.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("stock:write")
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context UriInfo uri,
            @Valid @NotNull TransferRequest request)
            throws JsonProcessingException {
        StoredAnswer answer =
                transfers.make(request, IdempotencyKey.required(key, caller, "POST", uri.getPath(), request, json));
        String id = json.readTree(answer.body()).at("/data/id").asText();
        return Response.fromResponse(answer.toResponse())
                // A refusal that is told again has no id.
                .header(HttpHeaders.LOCATION, id.isEmpty() ? null : "/v1/admin/stock-transfers/" + id)
                .build();
    }
}
