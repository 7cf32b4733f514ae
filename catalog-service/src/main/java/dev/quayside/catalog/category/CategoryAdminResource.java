package dev.quayside.catalog.category;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quayside.catalog.category.CategoryService.Versioned;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Categories for staff and scripts. */
@Path("/v1/admin/categories")
@Produces(MediaType.APPLICATION_JSON)
public class CategoryAdminResource {
    private final CategoryService categories;
    private final SiblingOrder siblings;

    CategoryAdminResource(CategoryService categories, SiblingOrder siblings) {
        this.categories = categories;
        this.siblings = siblings;
    }

    /** A page of categories, as in public. */
    @GET
    @RolesAllowed("catalog:read")
    public Page<CategoryView> list(@Context UriInfo uri) {
        return categories.list(uri);
    }

    /** One category, with its ETag; 404 {@code category_not_found}. */
    @GET
    @Path("/{id}")
    @RolesAllowed("catalog:read")
    public Response get(@PathParam("id") UUID id) {
        return answer(Response.ok(), categories.get(id));
    }

    /** Creates a category; 409 {@code slug_taken}. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("catalog:write")
    public Response create(@Valid @NotNull CategoryRequest request) {
        Versioned created = categories.create(request);
        URI location = URI.create("/v1/admin/categories/" + created.view().id());
        return answer(Response.created(location), created);
    }

    /** Merges a JSON merge patch; {@code If-Match} is required (428, 412). The slug stays (422). */
    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
    @RolesAllowed("catalog:write")
    public Response patch(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode patch) {
        return answer(Response.ok(), categories.patch(id, ifMatch, patch));
    }

    /**
     * Orders the categories below one, or below {@code root}: all of them, by slug; 409 {@code children_changed} when others are there.
     */
    @PUT
    @Path("/{parent}/children")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("catalog:write")
    public Data<List<CategoryView>> order(@PathParam("parent") String parent, @Valid @NotNull ChildrenRequest request) {
        return new Data<>(siblings.order(parent, request.children()));
    }

    /** Deletes a category; 409 {@code category_in_use}, {@code category_has_children}. {@code If-Match} is checked when sent. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed("catalog:write")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        categories.delete(id, ifMatch);
    }

    private static Response answer(Response.ResponseBuilder response, Versioned category) {
        return response.entity(new Data<>(category.view()))
                .header(HttpHeaders.ETAG, EntityTags.of(category.version()))
                .build();
    }
}
