package dev.quayside.order.refunding;

import dev.quayside.kit.idempotency.Claim;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.runtime.Ids;
import dev.quayside.order.keyed.KeyedWork;
import dev.quayside.order.order.Orders;
import dev.quayside.order.refund.Refunds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The first and the last transaction of a request for a refund, which have the key's row in them. */
@ApplicationScoped
class RefundTransactions {
    private final KeyedWork keyed;
    private final RefundReservation reservation;
    private final Refunds refunds;
    private final Orders orders;

    RefundTransactions(KeyedWork keyed, RefundReservation reservation, Refunds refunds, Orders orders) {
        this.keyed = keyed;
        this.reservation = reservation;
        this.refunds = refunds;
        this.orders = orders;
    }

    /** Transaction 1: the key's row and the reserved refund. Of a key that is known there is nothing to do here. */
    Claim begin(IdempotencyKey key, UUID orderId, RefundRequest request) {
        UUID refundId = Ids.next();
        return keyed.begin(key, refundId, () -> reservation.reserve(refundId, orderId, request));
    }

    /** Keeps a final refusal as the key's answer, and throws it, unless the key has another answer by now. */
    void refuse(IdempotencyKey key, ProblemException refused) {
        var unused = keyed.refuse(key, refused);
    }

    /** The last transaction: the answer for the key, from the refund as it is. The first answer stays. */
    StoredAnswer finish(IdempotencyKey key, UUID refundId) {
        return keyed.finish(key, refundId, () -> keyed.answer(201, new Data<>(view(refundId))));
    }

    private RefundView view(UUID refundId) {
        var refund = refunds.find(refundId).orElseThrow();
        return RefundView.of(refund, orders.state(refund.orderId()).currency());
    }
}
