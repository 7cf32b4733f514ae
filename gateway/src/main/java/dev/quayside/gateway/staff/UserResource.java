package dev.quayside.gateway.staff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quayside.gateway.staff.StaffService.Invited;
import dev.quayside.gateway.staff.StaffService.Versioned;
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

/** Staff users for those who manage them. An invitation's token is in the answer that makes it and nowhere else. */
@Path("/v1/admin/users")
@Produces(MediaType.APPLICATION_JSON)
public class UserResource {
    private final StaffService users;

    UserResource(StaffService users) {
        this.users = users;
    }

    /**
     * A page of users; filters {@code q}, {@code status}, {@code role}; sorts -createdAt (default), createdAt, name, -name, email,
     * -email.
     */
    @GET
    @RolesAllowed("users:read")
    public Page<UserView> list(@Context UriInfo uri) {
        return users.list(uri);
    }

    /** One user, with the ETag; 404 {@code user_not_found}. */
    @GET
    @Path("/{id}")
    @RolesAllowed("users:read")
    public Response get(@PathParam("id") UUID id) {
        return answer(users.get(id));
    }

    /** Invites somebody: 201 with the invitation's token; 403 {@code rights_exceeded}, 409 {@code email_taken}, 422. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("users:write")
    public Response create(@NotNull @Valid CreateUserRequest body) {
        Invited made = users.create(body);
        return answer(
                Response.created(
                        URI.create("/v1/admin/users/" + made.user().view().id())),
                made);
    }

    /** Merges a JSON merge patch; {@code If-Match} is required (428, 412); 409 {@code last_owner}. */
    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
    @RolesAllowed("users:write")
    public Response patch(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode patch) {
        return answer(users.patch(id, ifMatch, patch));
    }

    /** Ends all sign-ins and lets the user in no more: 200, also when that was so before; 409 {@code last_owner}. */
    @POST
    @Path("/{id}/disable")
    @RolesAllowed("users:write")
    public Response disable(@PathParam("id") UUID id) {
        return answer(users.disable(id));
    }

    /** Lets a disabled user in again: 200, also when that was so before. */
    @POST
    @Path("/{id}/enable")
    @RolesAllowed("users:write")
    public Response enable(@PathParam("id") UUID id) {
        return answer(users.enable(id));
    }

    /** A new invitation, which ends the one before: 200 with its token; 409 {@code user_disabled}. */
    @POST
    @Path("/{id}/invitation")
    @RolesAllowed("users:write")
    public Response invite(@PathParam("id") UUID id) {
        return answer(Response.ok(), users.invite(id));
    }

    /** Deletes a user for good: 204; 409 {@code last_owner}. {@code If-Match} is checked when sent. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed("users:write")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        users.delete(id, ifMatch);
    }

    private static Response answer(Versioned user) {
        return Response.ok(new Data<>(user.view()))
                .header(HttpHeaders.ETAG, EntityTags.of(user.version()))
                .build();
    }

    private static Response answer(Response.ResponseBuilder response, Invited made) {
        return response.entity(new Data<>(new InvitedView(made.user().view(), made.invitation())))
                .header(HttpHeaders.ETAG, EntityTags.of(made.user().version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
