package dev.quayside.payment.dispute;

import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** What staff see of disputes. They are answered at Stripe's Dashboard. */
@Path("/v1/admin/disputes")
public class DisputeResource {
    private final DisputeList disputes;

    DisputeResource(DisputeList disputes) {
        this.disputes = disputes;
    }

    /** Disputes, the latest first; filters {@code status} (Stripe's words, comma-separated) and {@code orderId}. */
    @GET
    @RolesAllowed("payments:read")
    public Page<DisputeView> disputes(@Context UriInfo uri) {
        return disputes.page(uri);
    }

    /** One dispute; 404 {@code dispute_not_found}. */
    @GET
    @Path("/{id}")
    @RolesAllowed("payments:read")
    public Data<DisputeView> dispute(@PathParam("id") String id) {
        return new Data<>(disputes.get(id));
    }
}
