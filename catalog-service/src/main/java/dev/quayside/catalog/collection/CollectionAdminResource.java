package dev.quayside.catalog.collection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quayside.catalog.collection.CollectionService.Versioned;
import dev.quayside.kit.http.EntityTags;
import dev.quayside.kit.http.MergePatch;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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

/** Collections for staff and scripts. */
@Path("/v1/admin/collections")
@Produces(MediaType.APPLICATION_JSON)
public class CollectionAdminResource {
    private final CollectionService collections;

    CollectionAdminResource(CollectionService collections) {
        this.collections = collections;
    }

    /** A page of collections, as in public. */
    @GET
    @RolesAllowed("catalog:read")
    public Page<ListedCollection> list(@Context UriInfo uri) {
        return collections.list(uri);
    }

    /** One collection with its rule or its products, and its ETag; 404 {@code collection_not_found}. */
    @GET
    @Path("/{id}")
    @RolesAllowed("catalog:read")
    public Response get(@PathParam("id") UUID id) {
        return answer(Response.ok(), collections.get(id));
    }

    /** Creates a collection; 409 {@code slug_taken}. What a rule takes is in it within seconds. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("catalog:write")
    public Response create(@Valid @NotNull CollectionRequest request) {
        Versioned created = collections.create(request);
        URI location = URI.create("/v1/admin/collections/" + created.view().id());
        return answer(Response.created(location), created);
    }

    /** Merges a JSON merge patch; {@code If-Match} is required (428, 412). */
    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
    @RolesAllowed("catalog:write")
    public Response patch(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode patch) {
        return answer(Response.ok(), collections.patch(id, ifMatch, patch));
    }

    /** Deletes a collection; its products stay. {@code If-Match} is checked when sent. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed("catalog:write")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        collections.delete(id, ifMatch);
    }

    private static Response answer(Response.ResponseBuilder response, Versioned collection) {
        return response.entity(new Data<>(collection.view()))
                .header(HttpHeaders.ETAG, EntityTags.of(collection.version()))
                .build();
    }
}
