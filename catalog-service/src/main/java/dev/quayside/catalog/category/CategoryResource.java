package dev.quayside.catalog.category;

import dev.quayside.catalog.PublicAnswer;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Categories for shoppers. */
@Path("/v1/categories")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class CategoryResource {
    private final CategoryService categories;
    private final PublicAnswer answer;

    CategoryResource(CategoryService categories, PublicAnswer answer) {
        this.categories = categories;
        this.answer = answer;
    }

    /** A page of categories; sorts name (default), -name, createdAt, -createdAt, slug, -slug. */
    @GET
    public Response list(@Context UriInfo uri, @Context Request request) {
        return answer.of(categories.list(uri), request);
    }
}
