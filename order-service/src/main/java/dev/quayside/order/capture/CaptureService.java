package dev.quayside.order.capture;

import dev.quayside.kit.idempotency.Claim;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.problem.Problem;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.order.OrderProblem;
import dev.quayside.order.keyed.KeyedWork;
import dev.quayside.order.order.Deadline;
import dev.quayside.order.order.OrderCapture;
import dev.quayside.order.order.OrderState;
import dev.quayside.order.order.OrderStatus;
import dev.quayside.order.order.OrderWatch;
import dev.quayside.order.order.Orders;
import dev.quayside.order.order.Patience;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Captures for staff who wait a little for them. The work itself is the durable step's. */
@ApplicationScoped
class CaptureService {
    private final KeyedWork keyed;
    private final OrderCapture captures;
    private final Orders orders;
    private final OrderWatch watch;
    private final Patience patience;

    CaptureService(KeyedWork keyed, OrderCapture captures, Orders orders, OrderWatch watch, Patience patience) {
        this.keyed = keyed;
        this.captures = captures;
        this.orders = orders;
        this.watch = watch;
        this.patience = patience;
    }

    /** Stores the wish, and answers when its outcome is known, or after a while. */
    StoredAnswer capture(UUID orderId, IdempotencyKey key, CaptureRequest request) {
        Deadline deadline = patience.deadline();
        Claim claim;
        try {
            claim = keyed.begin(key, orderId, () -> captures.request(orderId, request.amount()));
        } catch (ProblemException refused) {
            return keyed.refuse(key, refused);
        }
        StoredAnswer known = claim.answer();
        if (known != null) {
            return known;
        }
        while (orders.state(orderId).owesCapture() && !deadline.isOver()) {
            watch.pause();
        }
        return answer(orderId, key, request);
    }

    /** Only an outcome is kept for the key: who asks again with it after a 202 waits for the outcome again. */
    private StoredAnswer answer(UUID orderId, IdempotencyKey key, CaptureRequest request) {
        OrderState order = orders.state(orderId);
        if (order.captured() == 0 && (order.owesCapture() || order.status() == OrderStatus.CANCELLING)) {
            return view(202, orderId);
        }
        return keyed.finish(
                key, orderId, () -> order.hasCaptured(request.amount()) ? view(200, orderId) : refusal(order));
    }

    private StoredAnswer view(int status, UUID orderId) {
        return keyed.answer(status, new Data<>(orders.view(orderId)));
    }

    private StoredAnswer refusal(OrderState order) {
        var refused = order.captured() > 0
                ? new ProblemException(
                        OrderProblem.CAPTURE_MISMATCH,
                        "of order " + order.id() + " " + order.captured() + " was captured, by somebody else")
                : new ProblemException(
                        OrderProblem.ORDER_NOT_CAPTURABLE,
                        "nothing of order " + order.id() + " could be captured; see its capture.failure");
        return keyed.answer(refused.code().status(), Problem.of(refused, null, null));
    }
}
