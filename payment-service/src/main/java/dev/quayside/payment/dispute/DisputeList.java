package dev.quayside.payment.dispute;

import dev.quayside.kit.page.Cursor;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.payment.PaymentProblem;
import dev.quayside.payment.gateway.DisputeState;
import dev.quayside.payment.gateway.Metadata;
import dev.quayside.payment.listing.Conditions;
import dev.quayside.payment.listing.StripeIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Disputes as staff look them up. */
@ApplicationScoped
public class DisputeList {
    private static final ListQuery.Allowed ALLOWED =
            new ListQuery.Allowed(List.of("-createdAt", "createdAt"), Set.of("status", "orderId"));
    private static final String TIME = "openedAt";

    private final DisputeRepository disputes;

    DisputeList(DisputeRepository disputes) {
        this.disputes = disputes;
    }

    /** One page, by the time when they were opened. A query that is not allowed is a 400 {@code invalid_parameter}. */
    @Transactional
    public Page<DisputeView> page(UriInfo uri) {
        ListQuery query = ListQuery.parse(uri, ALLOWED);
        Conditions conditions = new Conditions();
        query.filters().forEach((name, value) -> filter(conditions, name, value));
        long total = query.number() == null ? 0 : disputes.count(conditions.where(), conditions.parameters());
        conditions.after(TIME, query);
        List<Dispute> rows = disputes.find(conditions.sorted(TIME, query), conditions.parameters())
                .range(query.offset(), query.offset() + query.limit())
                .list();
        Page<Dispute> page = query.page(rows, total, row -> cursor(row, query), uri);
        return new Page<>(page.data().stream().map(Dispute::view).toList(), page.page());
    }

    /** One dispute by Stripe's id; 404 {@code dispute_not_found}. */
    @Transactional
    public DisputeView get(String stripeId) {
        return Optional.of(stripeId)
                .filter(StripeIds::isPossible)
                .flatMap(disputes::at)
                .map(Dispute::view)
                .orElseThrow(() ->
                        new ProblemException(PaymentProblem.DISPUTE_NOT_FOUND, "no dispute of this shop has this id"));
    }

    private static Cursor cursor(Dispute row, ListQuery query) {
        return new Cursor(query.sort(), row.view().openedAt().toString(), row.id());
    }

    private static void filter(Conditions conditions, String name, String value) {
        if (name.equals("status")) {
            conditions.and("status in :status", name, Conditions.anyOf(name, value, DisputeState.values()));
        } else {
            conditions.and(
                    "orderId = :orderId",
                    name,
                    Metadata.id(value).orElseThrow(() -> Conditions.invalid(name, "an order's id")));
        }
    }
}
