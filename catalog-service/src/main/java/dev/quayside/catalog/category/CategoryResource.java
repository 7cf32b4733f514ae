package dev.quayside.catalog.category;

import dev.quayside.catalog.PublicAnswer;
import dev.quayside.catalog.cache.Fresh;
import dev.quayside.catalog.cache.Keys;
import dev.quayside.kit.page.Data;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;

/** Categories for shoppers. */
@Path("/v1/categories")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class CategoryResource {
    private static final Set<String> HANGS_ON = Set.of(Keys.CATEGORIES);

    private final CategoryService categories;
    private final PublicAnswer answer;

    CategoryResource(CategoryService categories, PublicAnswer answer) {
        this.categories = categories;
        this.answer = answer;
    }

    /**
     * A page of categories; sorts name (default), -name, createdAt, -createdAt, slug, -slug, and tree: depth first, siblings by
     * position. Filters: parent (slug or root), within (slug), maxDepth. Texts are in the best language for Accept-Language, or in
     * {@code language}.
     */
    @GET
    public Response list(@Context UriInfo uri, @Context HttpHeaders headers, @Context Request request) {
        return answer.kept(uri, headers, request, language -> new Fresh(categories.list(uri, language), HANGS_ON));
    }

    /** One category with its breadcrumbs and children; 404 {@code category_not_found}. */
    @GET
    @Path("/{slug}")
    public Response category(
            @PathParam("slug") String slug,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context Request request) {
        return answer.kept(
                uri, headers, request, language -> new Fresh(new Data<>(categories.page(slug, language)), HANGS_ON));
    }
}
