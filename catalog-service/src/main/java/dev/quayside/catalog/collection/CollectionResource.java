package dev.quayside.catalog.collection;

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

/** Collections for shoppers; their products are listed as products. */
@Path("/v1/collections")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class CollectionResource {
    private static final Set<String> HANGS_ON = Set.of(Keys.COLLECTIONS);

    private final CollectionService collections;
    private final PublicAnswer answer;

    CollectionResource(CollectionService collections, PublicAnswer answer) {
        this.collections = collections;
        this.answer = answer;
    }

    /** A page of collections; sorts title (default), -title, createdAt, -createdAt, slug, -slug. In a language, as products are. */
    @GET
    public Response list(@Context UriInfo uri, @Context HttpHeaders headers, @Context Request request) {
        return answer.kept(uri, headers, request, language -> new Fresh(collections.list(uri, language), HANGS_ON));
    }

    /** One collection; 404 {@code collection_not_found}. */
    @GET
    @Path("/{slug}")
    public Response collection(
            @PathParam("slug") String slug,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context Request request) {
        return answer.kept(
                uri, headers, request, language -> new Fresh(new Data<>(collections.bySlug(slug, language)), HANGS_ON));
    }
}
