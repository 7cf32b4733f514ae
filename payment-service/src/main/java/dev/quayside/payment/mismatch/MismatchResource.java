package dev.quayside.payment.mismatch;

import dev.quayside.kit.page.Data;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** A mismatch, and its repair, for staff. */
@Path("/v1/admin/mismatches/{id}")
public class MismatchResource {
    private final Mismatches mismatches;
    private final RepairService repairs;

    MismatchResource(Mismatches mismatches, RepairService repairs) {
        this.mismatches = mismatches;
        this.repairs = repairs;
    }

    /** One mismatch; 404 {@code mismatch_not_found}. */
    @GET
    @RolesAllowed("payments:read")
    public Data<MismatchView> mismatch(@PathParam("id") UUID id) {
        return new Data<>(mismatches.get(id));
    }

    /**
     * Repairs it, if it can be: 200 with the outcome, {@code repaired} or {@code failed}; 202 while it is under way after three seconds:
     * look at it again. 404 {@code mismatch_not_found}; 409 {@code mismatch_not_repairable}, {@code mismatch_already_repaired}.
     */
    @POST
    @Path("/repair")
    @RolesAllowed("payments:repair")
    public Response repair(@PathParam("id") UUID id) {
        MismatchView mismatch = repairs.repair(id);
        return Response.status(mismatch.status() == MismatchStatus.REPAIRING ? 202 : 200)
                .entity(new Data<>(mismatch))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
