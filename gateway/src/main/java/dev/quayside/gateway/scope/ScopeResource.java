package dev.quayside.gateway.scope;

import dev.quayside.kit.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;

/** The scopes that roles and API keys are made of. */
@Path("/v1/admin/scopes")
@Produces(MediaType.APPLICATION_JSON)
public class ScopeResource {
    /** A scope and what it allows. */
    public record ScopeView(String scope, String description) {}

    /** All of them, in one page. */
    @GET
    @RolesAllowed({"users:read", "api-keys:read"})
    public Page<ScopeView> list() {
        List<ScopeView> all = Arrays.stream(Scope.values())
                .map(scope -> new ScopeView(scope.text(), scope.meaning()))
                .toList();
        return new Page<>(all, new Page.Info(all.size(), null, null, null));
    }
}
