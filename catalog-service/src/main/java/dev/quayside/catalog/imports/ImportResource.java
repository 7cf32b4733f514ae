package dev.quayside.catalog.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.bulk.BulkResource;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.security.Caller;
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
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports of files of products. */
@Path("/v1/admin/imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {
    private final ImportService imports;
    private final ImportParameters parameters;
    private final FindingFiles findings;
    private final Caller caller;
    private final ObjectMapper json;

    ImportResource(
            ImportService imports,
            ImportParameters parameters,
            FindingFiles findings,
            Caller caller,
            ObjectMapper json) {
        this.imports = imports;
        this.parameters = parameters;
        this.findings = findings;
        this.caller = caller;
        this.json = json;
    }

    /** A page of imports; filter status (several by comma), sorts -createdAt (default) and createdAt. */
    @GET
    @RolesAllowed("catalog:read")
    public Page<ImportView> list(@Context UriInfo uri) {
        return imports.list(uri);
    }

    /**
     * Takes the body in as a file of products and answers 202 with the import that goes on with it, once for an {@code Idempotency-Key} if
     * one is sent; 409 {@code too_many_imports}.
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("catalog:write")
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String header,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream file)
            throws IOException {
        ImportSettings settings = parameters.read(uri, headers.getMediaType());
        StoredAnswer answer = imports.receive(
                file,
                settings,
                header == null
                        ? null
                        : sha256 -> IdempotencyKey.required(
                                header,
                                caller,
                                "POST",
                                uri.getPath(),
                                Map.of("settings", settings, "sha256", sha256),
                                json));
        String id = json.readTree(answer.body()).at("/data/id").asText();
        return Response.fromResponse(answer.toResponse())
                .header(HttpHeaders.LOCATION, "/v1/admin/imports/" + id)
                .build();
    }

    /** An import and how far it is; 404 {@code import_not_found}. */
    @GET
    @Path("/{id}")
    @RolesAllowed("catalog:read")
    public Data<ImportView> get(@PathParam("id") UUID id) {
        return new Data<>(imports.view(id));
    }

    /** The lines that have failed, as a file in CSV or NDJSON. */
    @GET
    @Path("/{id}/errors")
    @Produces({"text/csv", BulkResource.NDJSON})
    @RolesAllowed("catalog:read")
    public Response errors(@PathParam("id") UUID id, @QueryParam("format") @Nullable String format) {
        imports.view(id);
        if (format != null && !format.equals("csv") && !format.equals("ndjson")) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, "format: must be csv or ndjson");
        }
        if ("ndjson".equals(format)) {
            return file(id + "-errors.ndjson", BulkResource.NDJSON, out -> findings.ndjson(id, true, out));
        }
        return file(id + "-errors.csv", "text/csv;charset=UTF-8", out -> findings.csv(id, out));
    }

    /** What a trial has found that would change, field by field, in NDJSON. */
    @GET
    @Path("/{id}/changes")
    @Produces(BulkResource.NDJSON)
    @RolesAllowed("catalog:read")
    public Response changes(@PathParam("id") UUID id) {
        imports.view(id);
        return file(id + "-changes.ndjson", BulkResource.NDJSON, out -> findings.ndjson(id, false, out));
    }

    /** Stops an import at its next batch; 409 {@code import_state} when it has ended. */
    @POST
    @Path("/{id}/pause")
    @RolesAllowed("catalog:write")
    public Data<ImportView> pause(@PathParam("id") UUID id) {
        return new Data<>(imports.become(id, ImportStatus.PAUSED, "import.paused"));
    }

    /** Goes on with a paused import where it stopped; 409 {@code import_state} when it has ended. */
    @POST
    @Path("/{id}/resume")
    @RolesAllowed("catalog:write")
    public Data<ImportView> resume(@PathParam("id") UUID id) {
        return new Data<>(imports.become(id, ImportStatus.QUEUED, "import.resumed"));
    }

    /** Ends an import at its next batch; what is written stays. 409 {@code import_state} when it has ended otherwise. */
    @POST
    @Path("/{id}/cancel")
    @RolesAllowed("catalog:write")
    public Data<ImportView> cancel(@PathParam("id") UUID id) {
        return new Data<>(imports.become(id, ImportStatus.CANCELLED, "import.cancelled"));
    }

    private static Response file(String name, String type, StreamingOutput content) {
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-" + name + "\"")
                .build();
    }
}
