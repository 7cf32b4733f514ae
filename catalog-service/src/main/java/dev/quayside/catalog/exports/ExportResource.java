package dev.quayside.catalog.exports;

import dev.quayside.catalog.bulk.BulkResource;
import dev.quayside.catalog.sheet.FileFormat;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All products as a file. */
@Path("/v1/admin/exports")
public class ExportResource {
    private static final Set<String> KNOWN = Set.of("format", "currency");

    private final Exports exports;

    ExportResource(Exports exports) {
        this.exports = exports;
    }

    /**
     * Every product with its stock, by slug, in {@code format} ndjson (default), csv or shopify; {@code currency} is that of Shopify's
     * prices. 503 {@code busy} when others are being written.
     */
    @GET
    @Produces({BulkResource.NDJSON, "text/csv"})
    @RolesAllowed("catalog:read")
    public Response export(@Context UriInfo uri, @Context RoutingContext exchange) {
        FileFormat format = format(uri);
        Currency currency = currency(uri);
        exports.begin(exchange);
        StreamingOutput file = out -> exports.write(format, currency, out);
        String type = format == FileFormat.NDJSON ? BulkResource.NDJSON : "text/csv;charset=UTF-8";
        String name = format == FileFormat.NDJSON ? "products.ndjson" : "products.csv";
        return Response.ok(file, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    private static FileFormat format(UriInfo uri) {
        for (var parameter : uri.getQueryParameters().entrySet()) {
            if (!KNOWN.contains(parameter.getKey()) || parameter.getValue().size() > 1) {
                throw invalid(parameter.getKey() + ": known are currency and format, each once");
            }
        }
        List<String> given = uri.getQueryParameters().getOrDefault("format", List.of("ndjson"));
        return FileFormat.find(given.get(0)).orElseThrow(() -> invalid("format: must be ndjson, csv or shopify"));
    }

    private static @Nullable Currency currency(UriInfo uri) {
        String code = uri.getQueryParameters().getFirst("currency");
        return code == null
                ? null
                : Currency.find(code)
                        .orElseThrow(() ->
                                invalid("currency: must be the code of a currency that can be charged, such as EUR"));
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(CommonProblem.INVALID_PARAMETER, detail);
    }
}
