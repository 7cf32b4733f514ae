package dev.quayside.kit.probe;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.idempotency.OnceInTransaction;
import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.security.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Admin writes of a thing that exists only in its entries. */
@Path("/v1/admin/audited-probe/{id}")
@RolesAllowed("probe:write")
public class AuditedProbeResource {
    private final AuditTrail trail;
    private final OnceInTransaction once;
    private final Caller caller;
    private final ObjectMapper json;

    public AuditedProbeResource(AuditTrail trail, OnceInTransaction once, Caller caller, ObjectMapper json) {
        this.trail = trail;
        this.once = once;
        this.caller = caller;
        this.json = json;
    }

    @POST
    public Response create(@PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String header) {
        IdempotencyKey key = IdempotencyKey.required(header, caller, "POST", id, Map.of(), json);
        return once.run(key, () -> {
                    trail.record("probe.created", Subject.of("probe", id), null, Map.of("level", 1));
                    return StoredAnswer.first(201, "{}");
                })
                .toResponse();
    }

    @PUT
    @Path("/{level}")
    public Data<Integer> change(@PathParam("id") String id, @PathParam("level") int level) {
        QuarkusTransaction.requiringNew()
                .run(() -> trail.record(
                        "probe.updated",
                        Subject.of("probe", id),
                        Map.of("level", 1, "name", "p"),
                        Map.of("level", level, "name", "p")));
        return new Data<>(level);
    }

    /** Rolled back after it was recorded. */
    @POST
    @Path("/failure")
    public void fail(@PathParam("id") String id) {
        QuarkusTransaction.requiringNew().run(() -> {
            trail.record("probe.updated", Subject.of("probe", id), null, Map.of("level", 9));
            throw new jakarta.ws.rs.NotFoundException();
        });
    }

    /** The one that was forgotten. */
    @DELETE
    public void delete(@PathParam("id") String id) {
        // It says nothing to anybody.
    }
}
