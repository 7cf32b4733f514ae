package dev.quayside.catalog.search;

import dev.quayside.kit.http.EntityTags;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Synonyms and stop words, for staff and scripts. A change counts for every search within a second. */
@Path("/v1/admin/search")
@Produces(MediaType.APPLICATION_JSON)
public class SearchAdminResource {
    private final SearchService search;

    SearchAdminResource(SearchService search) {
        this.search = search;
    }

    /** A page of groups of synonyms; sorts -createdAt (default), createdAt. */
    @GET
    @Path("/synonyms")
    @RolesAllowed("catalog:read")
    public Page<SynonymView> list(@Context UriInfo uri) {
        return search.list(uri);
    }

    /** One group, with its ETag; 404 {@code synonym_not_found}. */
    @GET
    @Path("/synonyms/{id}")
    @RolesAllowed("catalog:read")
    public Response get(@PathParam("id") UUID id) {
        return answer(Response.ok(), search.get(id));
    }

    /** Adds a group; 409 {@code too_many_synonyms} from the 1,001st on. */
    @POST
    @Path("/synonyms")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("catalog:write")
    public Response create(@Valid @NotNull SynonymRequest request) {
        Versioned<SynonymView> created = search.create(request);
        URI location = URI.create("/v1/admin/search/synonyms/" + created.view().id());
        return answer(Response.created(location), created);
    }

    /** Replaces a group; {@code If-Match} is required (428, 412). */
    @PUT
    @Path("/synonyms/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("catalog:write")
    public Response replace(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull SynonymRequest request) {
        return answer(Response.ok(), search.replace(id, ifMatch, request));
    }

    /** Deletes a group; {@code If-Match} is checked when sent. */
    @DELETE
    @Path("/synonyms/{id}")
    @RolesAllowed("catalog:write")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        search.delete(id, ifMatch);
    }

    /** The stop words, with their ETag. */
    @GET
    @Path("/stop-words")
    @RolesAllowed("catalog:read")
    public Response stopWords() {
        return answer(Response.ok(), search.stopWords());
    }

    /** Replaces the stop words; {@code If-Match} is required (428, 412). They are kept in lower case, sorted, each once. */
    @PUT
    @Path("/stop-words")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("catalog:write")
    public Response replaceStopWords(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Valid @NotNull StopWords request) {
        return answer(Response.ok(), search.replace(ifMatch, request));
    }

    private static Response answer(Response.ResponseBuilder response, Versioned<?> found) {
        return response.entity(new Data<>(found.view()))
                .header(HttpHeaders.ETAG, EntityTags.of(found.version()))
                .build();
    }
}
