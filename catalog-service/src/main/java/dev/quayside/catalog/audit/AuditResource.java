package dev.quayside.catalog.audit;

import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the shop's audit reads. */
@Path("/internal/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
    private static final int MOST_ROWS = 500;

    private final AuditQueries queries;

    AuditResource(AuditQueries queries) {
        this.queries = queries;
    }

    /** Every reservation by ascending id, after the one given; 1 to 500 a page, default 100. */
    @GET
    @Path("/reservations")
    @RolesAllowed("audit:read")
    public Page<AuditedReservation> reservations(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @DefaultValue("100") String limit) {
        int rows = rows(limit);
        List<AuditedReservation> found = queries.reservations(id(after), rows);
        boolean more = found.size() > rows;
        List<AuditedReservation> shown = more ? found.subList(0, rows) : found;
        String next = more
                ? "/internal/v1/audit/reservations?after=" + shown.get(rows - 1).id() + "&limit=" + rows
                : null;
        return new Page<>(shown, new Page.Info(rows, null, null, next));
    }

    /** The outcome of I1, the invariant of stock. */
    @GET
    @Path("/invariants")
    @RolesAllowed("audit:read")
    public Data<List<Invariant>> invariants() {
        return new Data<>(List.of(queries.stock()));
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, "after: must be a reservation's id");
        }
    }

    private static int rows(String text) {
        try {
            int rows = Integer.parseInt(text);
            if (rows >= 1 && rows <= MOST_ROWS) {
                return rows;
            }
        } catch (NumberFormatException malformed) {
            throw limit();
        }
        throw limit();
    }

    private static ProblemException limit() {
        return new ProblemException(
                CommonProblem.INVALID_PARAMETER, "limit: must be a whole number from 1 to " + MOST_ROWS);
    }
}
