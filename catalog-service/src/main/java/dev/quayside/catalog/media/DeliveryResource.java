package dev.quayside.catalog.media;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.store.ObjectStore;
import dev.quayside.catalog.store.StoredObject;
import dev.quayside.kit.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Images for everybody. What is under a URL never changes, so whoever has it need never ask again. */
@Path("/v1/media/{hash}/{file}")
@PermitAll
public class DeliveryResource {
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";
    private static final String HASH = "[0-9a-f]{64}";

    private final ObjectStore store;

    DeliveryResource(ObjectStore store) {
        this.store = store;
    }

    /** A rendition such as {@code 640.webp}; 404 {@code media_not_found}, which nobody may keep. */
    @GET
    public Response get(@PathParam("hash") String hash, @PathParam("file") String file, @Context Request request) {
        MediaKeys.Served served = served(hash, file);
        StoredObject object = open(served);
        EntityTag tag = new EntityTag(hash + "-" + file);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            close(object);
            return kept(unchanged, tag);
        }
        return kept(found(served, object).entity(object.content()), tag);
    }

    /** The same without the image. */
    @HEAD
    public Response head(@PathParam("hash") String hash, @PathParam("file") String file) {
        MediaKeys.Served served = served(hash, file);
        StoredObject object = open(served);
        close(object);
        return kept(found(served, object), new EntityTag(hash + "-" + file));
    }

    private static MediaKeys.Served served(String hash, String file) {
        if (!hash.matches(HASH)) {
            throw notFound();
        }
        return MediaKeys.served(hash, file).orElseThrow(DeliveryResource::notFound);
    }

    private StoredObject open(MediaKeys.Served served) {
        return store.open(served.key()).orElseThrow(DeliveryResource::notFound);
    }

    private static Response.ResponseBuilder found(MediaKeys.Served served, StoredObject object) {
        return Response.ok().type(served.mediaType()).header(HttpHeaders.CONTENT_LENGTH, object.length());
    }

    private static Response kept(Response.ResponseBuilder response, EntityTag tag) {
        return response.tag(tag).header(HttpHeaders.CACHE_CONTROL, FOR_GOOD).build();
    }

    private static void close(StoredObject object) {
        try {
            object.content().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemException notFound() {
        return new ProblemException(CatalogProblem.MEDIA_NOT_FOUND, "no image has this address")
                .withHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
