package dev.quayside.order.audit;

import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.order.order.AuditedOrder;
import dev.quayside.order.order.OrderLedger;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The orders, as another service compares them with its own books. */
@Path("/internal/v1/audit/orders")
public class AuditedOrdersResource {
    private static final int MOST_ROWS = 500;

    private final OrderLedger orders;

    AuditedOrdersResource(OrderLedger orders) {
        this.orders = orders;
    }

    /** Orders after an id, by id ascending; {@code next} is the last id of a full page. Amounts in minor units. */
    @GET
    @RolesAllowed("audit:read")
    public Page<AuditedOrder> orders(
            @QueryParam("after") @Nullable UUID after, @QueryParam("limit") @DefaultValue("100") int limit) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, "limit: must be from 1 to " + MOST_ROWS);
        }
        List<AuditedOrder> rows = orders.page(after, limit);
        String next = rows.size() < limit ? null : rows.get(limit - 1).id().toString();
        return new Page<>(rows, new Page.Info(limit, null, null, next));
    }
}
