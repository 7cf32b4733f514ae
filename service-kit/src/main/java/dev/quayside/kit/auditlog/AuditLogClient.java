package dev.quayside.kit.auditlog;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The gateway's side of the log; scope {@code audit-log:write}. */
@RegisterRestClient(configKey = "audit-log")
@OidcClientFilter
@Path("/internal/v1/audit-log")
interface AuditLogClient {
    /** Has entries kept, each once: 204, or none of them is. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    void append(String batch);
}
