package dev.quayside.order.audit;

import dev.quayside.kit.page.Data;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The audit over HTTP. */
@Path("/v1/admin/audit")
public class AuditResource {
    private final AuditService service;

    AuditResource(AuditService service) {
        this.service = service;
    }

    /** Checks I1 to I9 in the whole shop; 503 when a service does not answer. Meant for a quiet moment. */
    @GET
    @RolesAllowed("audit:read")
    public Data<AuditReport> audit() {
        return new Data<>(service.audit());
    }
}
