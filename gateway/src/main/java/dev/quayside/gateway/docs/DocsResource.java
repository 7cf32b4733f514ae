package dev.quayside.gateway.docs;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The API's description and the page to try it. Everything comes from here: the page works without the internet. */
@Path("/")
@PermitAll
public class DocsResource {
    /** Scripts and styles from here only; Swagger UI draws its icons from data URLs. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String ONE_MINUTE = "public, max-age=60";

    private final OpenApiDocument document;
    private final DocsPage page;

    DocsResource(OpenApiDocument document, DocsPage page) {
        this.document = document;
        this.page = page;
    }

    /** OpenAPI 3.1 for the whole public API. */
    @GET
    @Path("/openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response document() {
        return Response.ok(document.json())
                .header(HttpHeaders.CACHE_CONTROL, ONE_MINUTE)
                .build();
    }

    /** The page. */
    @GET
    @Path("/docs")
    public Response page() {
        return asset("");
    }

    /** A file of the page; 404 for any other name. */
    @GET
    @Path("/docs/{name}")
    public Response asset(@PathParam("name") String name) {
        DocsPage.Asset asset = page.find(name)
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND, "no resource has this path"));
        return Response.ok(asset.content())
                .type(asset.mediaType())
                .header("Content-Security-Policy", POLICY)
                .header(HttpHeaders.CACHE_CONTROL, ONE_MINUTE)
                .build();
    }
}
