package dev.quayside.catalog.imports;

import dev.quayside.catalog.bulk.BulkResource;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports of files of counts: stock-takes. */
@Path("/v1/admin/stock-takes")
@Produces(MediaType.APPLICATION_JSON)
public class StockTakeResource {
    private static final ImportKind KIND = ImportKind.STOCK_TAKE;

    private final ImportService imports;
    private final Receiving receiving;
    private final FindingFiles findings;

    StockTakeResource(ImportService imports, Receiving receiving, FindingFiles findings) {
        this.imports = imports;
        this.receiving = receiving;
        this.findings = findings;
    }

    /** A page of stock-takes; filter status (several by comma), sorts -createdAt (default) and createdAt. */
    @GET
    @RolesAllowed("stock:read")
    public Page<Object> list(@Context UriInfo uri) {
        return imports.list(KIND, uri);
    }

    /**
     * Takes the body in as a file of counts and answers 202 with the stock-take that goes on with it, once for an {@code Idempotency-Key} if
     * one is sent; 409 {@code too_many_imports}.
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("stock:write")
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String header,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream file)
            throws IOException {
        return receiving.receive(new Receiving.Sent(KIND, header, uri, headers), file);
    }

    /** A stock-take and how far it is; 404 {@code import_not_found}. */
    @GET
    @Path("/{id}")
    @RolesAllowed("stock:read")
    public Data<Object> get(@PathParam("id") UUID id) {
        return new Data<>(KIND.view(imports.find(KIND, id)));
    }

    /** The lines that have failed, as a file in CSV or NDJSON. */
    @GET
    @Path("/{id}/errors")
    @Produces({"text/csv", BulkResource.NDJSON})
    @RolesAllowed("stock:read")
    public Response errors(@PathParam("id") UUID id, @QueryParam("format") @Nullable String format) {
        imports.find(KIND, id);
        return findings.errors(id, KIND.keys(), format);
    }

    /** What a trial has found that would change, field by field, in NDJSON. */
    @GET
    @Path("/{id}/changes")
    @Produces(BulkResource.NDJSON)
    @RolesAllowed("stock:read")
    public Response changes(@PathParam("id") UUID id) {
        imports.find(KIND, id);
        return findings.changes(id);
    }

    /** Stops a stock-take at its next batch; 409 {@code import_state} when it has ended. */
    @POST
    @Path("/{id}/pause")
    @RolesAllowed("stock:write")
    public Data<Object> pause(@PathParam("id") UUID id) {
        return new Data<>(imports.become(KIND, id, ImportStatus.PAUSED, "paused"));
    }

    /** Goes on with a paused stock-take where it stopped; 409 {@code import_state} when it has ended. */
    @POST
    @Path("/{id}/resume")
    @RolesAllowed("stock:write")
    public Data<Object> resume(@PathParam("id") UUID id) {
        return new Data<>(imports.become(KIND, id, ImportStatus.QUEUED, "resumed"));
    }

    /** Ends a stock-take at its next batch; what is written stays. 409 {@code import_state} when it has ended otherwise. */
    @POST
    @Path("/{id}/cancel")
    @RolesAllowed("stock:write")
    public Data<Object> cancel(@PathParam("id") UUID id) {
        return new Data<>(imports.become(KIND, id, ImportStatus.CANCELLED, "cancelled"));
    }
}
