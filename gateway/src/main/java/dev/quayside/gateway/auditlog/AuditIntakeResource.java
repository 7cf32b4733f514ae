package dev.quayside.gateway.auditlog;

import dev.quayside.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** Where the services' entries arrive; on the internal listener alone. */
@Path("/internal/v1/audit-log")
public class AuditIntakeResource {
    private final AuditLog log;
    private final Caller caller;

    AuditIntakeResource(AuditLog log, Caller caller) {
        this.log = log;
        this.caller = caller;
    }

    /** Keeps all entries of a batch, or none; one that is there already stays as it is. 204; 422 with the field at fault. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("audit-log:write")
    public void append(@Valid @NotNull AuditBatch batch) {
        log.append(caller.id(), batch.bounded().entries());
    }
}
