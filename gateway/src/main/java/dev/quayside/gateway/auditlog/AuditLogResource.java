package dev.quayside.gateway.auditlog;

import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** The audit log for those who may read it. */
@Path("/v1/admin/audit-log")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("audit-log:read")
public class AuditLogResource {
    private final AuditLog log;

    AuditLogResource(AuditLog log) {
        this.log = log;
    }

    /**
     * A page of entries. Filters: actor, action, subjectType, subjectId, requestId (each one or more, joined by commas), createdAt[gte],
     * createdAt[lt]. Sorts: -createdAt (default), createdAt.
     */
    @GET
    public Response list(@Context UriInfo uri) {
        Page<AuditEntryView> page = log.page(uri);
        return Response.ok(page).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** One entry; 404 {@code audit_entry_not_found}. */
    @GET
    @Path("/{id}")
    public Response get(@PathParam("id") UUID id) {
        return Response.ok(new Data<>(log.get(id)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
