package dev.quayside.catalog.edit;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.edit.EditResults.Kept;
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
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Edits of all the products that a filter finds. */
@Path("/v1/admin/product-edits")
@Produces(MediaType.APPLICATION_JSON)
public class EditResource {
    private final EditService edits;
    private final Caller caller;
    private final ObjectMapper json;

    EditResource(EditService edits, Caller caller, ObjectMapper json) {
        this.edits = edits;
        this.caller = caller;
        this.json = json;
    }

    /** A page of edits; filter status (several by comma), sorts -createdAt (default) and createdAt. */
    @GET
    @RolesAllowed("catalog:read")
    public Page<EditView> list(@Context UriInfo uri) {
        return edits.list(uri);
    }

    /**
     * Takes an edit and answers 202 with how it stands; the work goes on by itself. {@code Idempotency-Key} is required: a price that is
     * lowered by a tenth twice is another price. 429 {@code too_many_edits}.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("catalog:write")
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String header,
            @Context UriInfo uri,
            @Valid @NotNull EditRequest request)
            throws IOException {
        IdempotencyKey key = IdempotencyKey.required(header, caller, "POST", uri.getPath(), request, json);
        StoredAnswer answer = edits.create(request, key);
        String id = json.readTree(answer.body()).at("/data/id").asText();
        return Response.fromResponse(answer.toResponse())
                .header(HttpHeaders.LOCATION, "/v1/admin/product-edits/" + id)
                .build();
    }

    /** An edit and how far it is; 404 {@code edit_not_found}. */
    @GET
    @Path("/{id}")
    @RolesAllowed("catalog:read")
    public Data<EditView> get(@PathParam("id") UUID id) {
        return new Data<>(edits.view(id));
    }

    /** The products that have failed, and the first hundred that a trial would change, field by field; filter result. */
    @GET
    @Path("/{id}/results")
    @RolesAllowed("catalog:read")
    public Page<Kept> results(@PathParam("id") UUID id, @Context UriInfo uri) {
        return edits.results(id, uri);
    }

    /** Stops an edit at its next batch; 409 {@code edit_state} when it has ended. */
    @POST
    @Path("/{id}/pause")
    @RolesAllowed("catalog:write")
    public Data<EditView> pause(@PathParam("id") UUID id) {
        return new Data<>(edits.become(id, EditStatus.PAUSED, "product_edit.paused"));
    }

    /** Goes on with a paused or failed edit where it stopped; 409 {@code edit_state} when it has ended. */
    @POST
    @Path("/{id}/resume")
    @RolesAllowed("catalog:write")
    public Data<EditView> resume(@PathParam("id") UUID id) {
        return new Data<>(edits.become(id, EditStatus.QUEUED, "product_edit.resumed"));
    }

    /** Ends an edit at its next batch; what is changed stays. 409 {@code edit_state} when it has ended otherwise. */
    @POST
    @Path("/{id}/cancel")
    @RolesAllowed("catalog:write")
    public Data<EditView> cancel(@PathParam("id") UUID id) {
        return new Data<>(edits.become(id, EditStatus.CANCELLED, "product_edit.cancelled"));
    }
}
