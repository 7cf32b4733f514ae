package dev.quayside.gateway.apikey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quayside.gateway.apikey.ApiKeyService.Versioned;
import dev.quayside.gateway.apikey.ApiKeyService.WithSecret;
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

/** API keys for those who manage them. A secret is in the answer that makes it and nowhere else, so none may be kept by a cache. */
@Path("/v1/admin/api-keys")
@Produces(MediaType.APPLICATION_JSON)
public class ApiKeyResource {
    private static final String PATH = "/v1/admin/api-keys/";

    private final ApiKeyService keys;

    ApiKeyResource(ApiKeyService keys) {
        this.keys = keys;
    }

    /** A page of keys; filters {@code q}, {@code status}, {@code scope}; sorts -createdAt (default), createdAt, name, -name. */
    @GET
    @RolesAllowed("api-keys:read")
    public Page<ApiKeyView> list(@Context UriInfo uri) {
        return keys.list(uri);
    }

    /** One key, with its ETag; 404 {@code api_key_not_found}. */
    @GET
    @Path("/{id}")
    @RolesAllowed("api-keys:read")
    public Response get(@PathParam("id") UUID id) {
        return answer(Response.ok(), keys.get(id));
    }

    /** Makes a key: 201 with its secret; 403 {@code rights_exceeded}, 409 {@code api_key_name_taken}, 422. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("api-keys:write")
    public Response create(@NotNull @Valid ApiKeyRequest body) {
        WithSecret made = keys.create(body);
        return answer(Response.created(URI.create(PATH + made.key().view().id())), made);
    }

    /** Merges a JSON merge patch; {@code If-Match} is required (428, 412). */
    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
    @RolesAllowed("api-keys:write")
    public Response patch(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode patch) {
        return answer(Response.ok(), keys.patch(id, ifMatch, patch));
    }

    /** A new secret: 200; those that the key had stay good for the overlap. 409 {@code api_key_revoked}, {@code too_many_secrets}. */
    @POST
    @Path("/{id}/rotate")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("api-keys:write")
    public Response rotate(@PathParam("id") UUID id, @NotNull @Valid RotateRequest body) {
        return answer(Response.ok(), keys.rotate(id, body));
    }

    /** Revokes a key for good: 204, also when it was revoked before. {@code If-Match} is checked when sent. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed("api-keys:write")
    public void revoke(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        keys.revoke(id, ifMatch);
    }

    private static Response answer(Response.ResponseBuilder response, Versioned key) {
        return response.entity(new Data<>(key.view()))
                .header(HttpHeaders.ETAG, EntityTags.of(key.version()))
                .build();
    }

    private static Response answer(Response.ResponseBuilder response, WithSecret made) {
        return response.entity(new Data<>(new NewKeyView(made.key().view(), made.secret())))
                .header(HttpHeaders.ETAG, EntityTags.of(made.key().version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
