package dev.quayside.catalog.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.http.EntityTags;
import dev.quayside.kit.http.MergePatch;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.Problem;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.request.RequestId;
import dev.quayside.kit.security.Caller;
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
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/** Images of products for staff and scripts. */
@Path("/v1/admin/media")
@Produces(MediaType.APPLICATION_JSON)
public class MediaResource {
    private final UploadService uploads;
    private final MediaService media;
    private final Caller caller;
    private final ObjectMapper json;

    MediaResource(UploadService uploads, MediaService media, Caller caller, ObjectMapper json) {
        this.uploads = uploads;
        this.media = media;
        this.caller = caller;
        this.json = json;
    }

    /** A page of images. Filters: product, status (several by comma). Sorts: -createdAt (default), createdAt, position, -position. */
    @GET
    @RolesAllowed("catalog:read")
    public Page<MediaView> list(@Context UriInfo uri) {
        return media.list(uri);
    }

    /** One image, with its ETag; 404 {@code media_not_found}. */
    @GET
    @Path("/{id}")
    @RolesAllowed("catalog:read")
    public Response get(@PathParam("id") UUID id) {
        return answer(media.get(id));
    }

    /**
     * Uploads an image, once for an {@code Idempotency-Key} if one is sent. 201 and {@code processing}: renditions come soon. 200 if the
     * product has the same file already. 413 over 20 MiB; 422 {@code unsupported_image}, {@code broken_image}, {@code image_too_large}.
     */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed("catalog:write")
    public Response upload(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Context UriInfo uri, MultipartFormDataInput form) {
        StoredAnswer answer = uploads.upload(
                Upload.of(form),
                upload ->
                        key == null ? null : IdempotencyKey.required(key, caller, "POST", uri.getPath(), upload, json));
        return uploaded(answer);
    }

    /** Merges a JSON merge patch into {@code alt} and {@code skus}; {@code If-Match} is required (428, 412). */
    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
    @RolesAllowed("catalog:write")
    public Response patch(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode patch) {
        return answer(media.patch(id, ifMatch, patch));
    }

    /** Puts all of a product's images in order; 409 {@code media_order_mismatch} with the ids that there are. */
    @PUT
    @Path("/order")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("catalog:write")
    public Data<List<MediaView>> order(@Valid @NotNull OrderRequest request) {
        return new Data<>(media.order(request));
    }

    /** Takes an image from its product; {@code If-Match} is checked when sent. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed("catalog:write")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        media.delete(id, ifMatch);
    }

    /** What becomes of a form that is broken or ends too early: the framework finds out before the upload begins. */
    @ServerExceptionMapper
    Response unreadable(IOException broken, UriInfo uri) {
        ProblemException problem = new ProblemException(
                CommonProblem.MALFORMED_REQUEST, "the form is broken or has ended too early: send it whole");
        return Response.status(problem.code().status())
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(problem, uri.getRequestUri().getRawPath(), RequestId.current()))
                .build();
    }

    private Response uploaded(StoredAnswer answer) {
        if (answer.status() >= 400) {
            return answer.toResponse();
        }
        JsonNode view = read(answer.body()).path("data");
        return Response.fromResponse(answer.toResponse())
                .header(
                        HttpHeaders.LOCATION,
                        "/v1/admin/media/" + view.path("id").asText())
                .header(HttpHeaders.ETAG, EntityTags.of(view.path("version").asLong()))
                .build();
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored answer can always be read", e);
        }
    }

    private static Response answer(MediaView view) {
        return Response.ok(new Data<>(view))
                .header(HttpHeaders.ETAG, EntityTags.of(view.version()))
                .build();
    }
}
