package dev.quayside.gateway.role;

import dev.quayside.gateway.role.RoleService.Versioned;
import dev.quayside.kit.http.EntityTags;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.jspecify.annotations.Nullable;

/** Roles for those who manage staff. */
@Path("/v1/admin/roles")
@Produces(MediaType.APPLICATION_JSON)
public class RoleResource {
    private final RoleService roles;

    RoleResource(RoleService roles) {
        this.roles = roles;
    }

    /** A page of roles; filters {@code q} and {@code scope}; sorts name (default), -name, createdAt, -createdAt. */
    @GET
    @RolesAllowed("users:read")
    public Page<RoleView> list(@Context UriInfo uri) {
        return roles.list(uri);
    }

    /** One role, with its ETag; 404 {@code role_not_found}. */
    @GET
    @Path("/{name}")
    @RolesAllowed("users:read")
    public Response get(@PathParam("name") String name) {
        return answer(roles.get(name));
    }

    /** Makes a role: 201; 403 {@code rights_exceeded}, 409 {@code role_exists}, 422. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("users:write")
    public Response create(@NotNull @Valid CreateRoleRequest body) {
        return answer(roles.create(body));
    }

    /** Makes or replaces a role: 201 or 200; 409 {@code role_built_in}. {@code If-Match} is checked when sent. */
    @PUT
    @Path("/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("users:write")
    public Response put(
            @PathParam("name") @Size(max = 60) @Pattern(regexp = CreateRoleRequest.NAME) String name,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid RoleContent body) {
        return answer(roles.put(new CreateRoleRequest(name, body.description(), body.scopes()), ifMatch));
    }

    /** Deletes a role that nobody has: 204; 409 {@code role_in_use}, {@code role_built_in}. */
    @DELETE
    @Path("/{name}")
    @RolesAllowed("users:write")
    public void delete(@PathParam("name") String name, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        roles.delete(name, ifMatch);
    }

    private static Response answer(Versioned role) {
        Response.ResponseBuilder answer = role.created()
                ? Response.created(URI.create("/v1/admin/roles/" + role.view().name()))
                : Response.ok();
        return answer.entity(new Data<>(role.view()))
                .header(HttpHeaders.ETAG, EntityTags.of(role.version()))
                .build();
    }
}
