package dev.quayside.order.refunding;

import dev.quayside.kit.idempotency.Claim;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.order.OrderProblem;
import dev.quayside.order.order.Deadline;
import dev.quayside.order.order.OrderWatch;
import dev.quayside.order.order.Orders;
import dev.quayside.order.order.Patience;
import dev.quayside.order.refund.BookedRefund;
import dev.quayside.order.refund.RefundState;
import dev.quayside.order.refund.Refunds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Refunds for staff who wait a little for them. The work itself is the durable steps'. */
@ApplicationScoped
class RefundService {
    private final RefundTransactions transactions;
    private final Refunds refunds;
    private final Orders orders;
    private final OrderWatch watch;
    private final Patience patience;

    RefundService(
            RefundTransactions transactions, Refunds refunds, Orders orders, OrderWatch watch, Patience patience) {
        this.transactions = transactions;
        this.refunds = refunds;
        this.orders = orders;
        this.watch = watch;
        this.patience = patience;
    }

    /** What a request comes to: the refund, or the problem that its key was answered with before. */
    record Answer(UUID refundId, StoredAnswer stored) {}

    /** One page of an order's refunds, and how many there are when the page was asked for by number. */
    record Found(List<BookedRefund> rows, long total) {}

    /** Reserves the refund, and answers when its outcome is known, or after a while. */
    Answer refund(UUID orderId, IdempotencyKey key, RefundRequest request) {
        Deadline deadline = patience.deadline();
        Claim claim;
        try {
            claim = begin(orderId, key, request, deadline);
        } catch (ProblemException refused) {
            transactions.refuse(key, refused);
            claim = transactions.begin(key, orderId, request);
        }
        UUID refundId = Objects.requireNonNull(claim.subject());
        return switch (claim.state()) {
            case FINISHED -> new Answer(refundId, Objects.requireNonNull(claim.answer()));
            case FRESH, RUNNING, RESUMED -> {
                while (refunds.state(refundId) == RefundState.PENDING && !deadline.isOver()) {
                    watch.pause();
                }
                yield new Answer(refundId, transactions.finish(key, refundId));
            }
        };
    }

    /** A refund of an order; 404 {@code order_not_found}, {@code refund_not_found}. */
    RefundView view(UUID orderId, UUID refundId) {
        var currency = orders.state(orderId).currency();
        return refunds.find(refundId)
                .filter(refund -> refund.orderId().equals(orderId))
                .map(refund -> RefundView.of(refund, currency))
                .orElseThrow(() -> new ProblemException(
                        OrderProblem.REFUND_NOT_FOUND, "order " + orderId + " has no refund " + refundId));
    }

    /** A page of an order's refunds; 404 {@code order_not_found}. */
    Found page(UUID orderId, ListQuery query) {
        orders.status(orderId);
        return new Found(refunds.page(orderId, query), query.number() == null ? 0 : refunds.count(orderId));
    }

    private Claim begin(UUID orderId, IdempotencyKey key, RefundRequest request, Deadline deadline) {
        while (true) {
            try {
                return transactions.begin(key, orderId, request);
            } catch (LeftUncertain unsettled) {
                if (deadline.isOver()) {
                    throw unsettled;
                }
                watch.pause();
            }
        }
    }
}
