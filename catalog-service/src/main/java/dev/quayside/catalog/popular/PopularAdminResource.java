package dev.quayside.catalog.popular;

import dev.quayside.kit.http.EntityTags;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** What is searched for most, and what of it is not suggested, for staff and scripts. */
@Path("/v1/admin/search")
@Produces(MediaType.APPLICATION_JSON)
public class PopularAdminResource {
    private final PopularService queries;

    PopularAdminResource(PopularService queries) {
        this.queries = queries;
    }

    /** A page of queries that found something; sorts -popularity (default), popularity. */
    @GET
    @Path("/popular-queries")
    @RolesAllowed("catalog:read")
    public Page<PopularQuery> list(@Context UriInfo uri) {
        return queries.list(uri);
    }

    /** The blocked phrases, with their ETag. */
    @GET
    @Path("/blocked-queries")
    @RolesAllowed("catalog:read")
    public Response blocked() {
        return answer(queries.blocked());
    }

    /** Replaces the blocked phrases, which counts at once; {@code If-Match} is required (428, 412). They are kept in lower case, sorted, each once. */
    @PUT
    @Path("/blocked-queries")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("catalog:write")
    public Response block(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Valid @NotNull BlockedQueries request) {
        return answer(queries.block(ifMatch, request));
    }

    private static Response answer(Blocked found) {
        return Response.ok(new Data<>(found.view()))
                .header(HttpHeaders.ETAG, EntityTags.of(found.version()))
                .build();
    }
}
