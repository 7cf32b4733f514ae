package dev.quayside.catalog.bulk;

import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Many products in one stream. */
@Path("/v1/admin/products:bulk")
public class BulkResource {
    /** A JSON value a line. */
    public static final String NDJSON = "application/x-ndjson";

    private static final Set<String> TAKEN = Set.of("x-ndjson", "json");

    private final BulkAnswer answer;
    private final AuditTrail trail;

    BulkResource(BulkAnswer answer, AuditTrail trail) {
        this.answer = answer;
        this.trail = trail;
    }

    /**
     * Makes each line's product what the line says, as {@code PUT /v1/admin/products/by-key/{slug}} does, and answers a result a line
     * and a summary. {@code onError=abort}: lines before the first failure are kept, and nothing after it is looked at.
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(NDJSON)
    @RolesAllowed("catalog:write")
    public Response upsert(
            @Context UriInfo uri, @Context HttpHeaders headers, @Context RoutingContext exchange, InputStream lines) {
        boolean abort = isAbort(uri);
        requireNdjson(headers.getMediaType());
        answer.begin(exchange);
        // Each line that changes something is recorded with its batch, when this answer has long begun.
        trail.nothingNew();
        StreamingOutput results = caller -> answer.stream(lines, caller, exchange.response()::writeQueueFull, abort);
        return Response.ok(results).build();
    }

    /** JSON too: one product is a stream of one line. */
    private static void requireNdjson(@Nullable MediaType sent) {
        if (sent != null && !TAKEN.contains(sent.getSubtype())) {
            throw new ProblemException(CommonProblem.UNSUPPORTED_MEDIA_TYPE, "send " + NDJSON);
        }
    }

    private static boolean isAbort(UriInfo uri) {
        if (!Set.of("onError").containsAll(uri.getQueryParameters().keySet())) {
            throw invalid("the only parameter is onError");
        }
        String onError = uri.getQueryParameters().getFirst("onError");
        if (onError != null && !onError.equals("skip") && !onError.equals("abort")) {
            throw invalid("onError: must be skip or abort");
        }
        return "abort".equals(onError);
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(CommonProblem.INVALID_PARAMETER, detail);
    }
}
