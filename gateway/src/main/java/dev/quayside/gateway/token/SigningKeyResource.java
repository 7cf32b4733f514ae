package dev.quayside.gateway.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.http.OptionalBody;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys that sign tokens: which there are, the next one, and the end of a stolen one. */
@Path("/v1/admin/signing-keys")
public class SigningKeyResource {
    private static final int ALL = 100;

    private final KeyRotation rotation;
    private final KeyChanges changes;
    private final ObjectMapper json;

    SigningKeyResource(KeyRotation rotation, KeyChanges changes, ObjectMapper json) {
        this.rotation = rotation;
        this.changes = changes;
        this.json = json;
    }

    /** All of them, in the order in which they sign. There are never many: 200. */
    @GET
    @RolesAllowed("signing-keys:read")
    public Response list() {
        List<KeyView> keys = rotation.list();
        return Response.ok(new Page<>(keys, new Page.Info(ALL, null, null, null)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Makes the next key: 201. One that already waits for its time is the answer again: 200, so that a repeated call makes no other. */
    @POST
    @Path("/rotate")
    @RolesAllowed("signing-keys:write")
    public Response rotate(@Nullable String body, @Context HttpHeaders headers) throws JsonProcessingException {
        RotateRequest request = OptionalBody.read(body, headers, RotateRequest.USUAL, RotateRequest.class, json);
        KeyRotation.Rotated rotated = rotation.rotate(request.isImmediate());
        changes.rotated(rotated.key(), !rotated.made() && !request.isImmediate());
        return Response.status(rotated.made() ? 201 : 200)
                .entity(new Data<>(rotated.key()))
                .build();
    }

    /** Takes a key away, and at once all tokens that it has signed: 204, 404, 409 {@code signing_key_in_use}. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed("signing-keys:write")
    public void withdraw(@PathParam("id") String id) {
        rotation.withdraw(id);
        changes.withdrawn(id);
    }
}
