package dev.quayside.payment.audit;

import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.payment.gateway.Metadata;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other services compare their records with, and the proof that ours agree with Stripe's. */
@Path("/internal/v1/audit")
public class AuditResource {
    private static final int LARGEST = 500;

    private final AuditService audit;

    AuditResource(AuditService audit) {
        this.audit = audit;
    }

    /** Payments in the order of their order ids, 1 to 500 a page; give {@code page.next} back as {@code after}. */
    @GET
    @Path("/payments")
    @RolesAllowed("audit:read")
    public Page<AuditedPaymentView> payments(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @DefaultValue("100") String limit) {
        return audit.payments(after == null ? null : id(after), limit(limit));
    }

    /** I3, I4, I6, I7 and I8, with Stripe's lists of the last 30 days. 503 {@code stripe_unavailable} when it does not answer. */
    @GET
    @Path("/invariants")
    @RolesAllowed("audit:read")
    public Data<List<InvariantView>> invariants() {
        return new Data<>(audit.invariants());
    }

    private static UUID id(String text) {
        return Metadata.id(text).orElseThrow(() -> invalid("after: must be an order's id"));
    }

    private static int limit(String text) {
        int limit = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > LARGEST) {
            throw invalid("limit: must be a whole number from 1 to " + LARGEST);
        }
        return limit;
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(CommonProblem.INVALID_PARAMETER, detail);
    }
}
