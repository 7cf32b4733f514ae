package dev.quayside.gateway.session;

import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** The signed-in customer's own sign-ins. One that is ended cannot be refreshed; its access token runs out within 10 minutes. */
@Path("/v1/customers/me/sessions")
public class SessionResource {
    private final OwnSessions sessions;
    private final SignedIn caller;

    SessionResource(OwnSessions sessions, SignedIn caller) {
        this.sessions = sessions;
        this.caller = caller;
    }

    /** Those that can still be used, newest first. */
    @GET
    @RolesAllowed("customer")
    public Response list(@Context UriInfo uri) {
        ListQuery query = ListQuery.parse(uri, OwnSessions.ALLOWED);
        OwnSessions.Found found = sessions.list(caller.customer(), caller.session(), query);
        Page<SessionView> page =
                query.page(found.rows(), found.total(), session -> OwnSessions.cursor(session, query), uri);
        return Response.ok(page).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** Ends one: 204; 404 when the customer has no such sign-in that can still be used. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed("customer")
    public void end(@PathParam("id") UUID id) {
        sessions.end(caller.customer(), id);
    }

    /** Ends all but the one that this request belongs to: 204, also when there is no other. */
    @DELETE
    @RolesAllowed("customer")
    public void endOthers() {
        sessions.endOthers(caller.customer(), caller.session());
    }
}
