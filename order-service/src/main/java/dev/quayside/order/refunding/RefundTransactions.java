package dev.quayside.order.refunding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.idempotency.Claim;
import dev.quayside.kit.idempotency.Idempotency;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.idempotency.OnceInTransaction;
import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.runtime.Ids;
import dev.quayside.order.order.Orders;
import dev.quayside.order.refund.Refunds;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;

/** The first and the last transaction of a request for a refund, which have the key's row in them. */
@ApplicationScoped
class RefundTransactions {
    private final Idempotency keys;
    private final OnceInTransaction once;
    private final RefundReservation reservation;
    private final Refunds refunds;
    private final Orders orders;
    private final ObjectMapper json;

    RefundTransactions(
            Idempotency keys,
            OnceInTransaction once,
            RefundReservation reservation,
            Refunds refunds,
            Orders orders,
            ObjectMapper json) {
        this.keys = keys;
        this.once = once;
        this.reservation = reservation;
        this.refunds = refunds;
        this.orders = orders;
        this.json = json;
    }

    /** Transaction 1: the key's row and the reserved refund. Of a key that is known there is nothing to do here. */
    Claim begin(IdempotencyKey key, UUID orderId, RefundRequest request) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Claim claim = keys.claim(key, Ids.next());
            if (claim.state() == Claim.State.FRESH) {
                reservation.reserve(Objects.requireNonNull(claim.subject()), orderId, request);
            }
            return claim;
        });
    }

    /** Keeps a final refusal as the key's answer, and throws it, unless the key has another answer by now. */
    void refuse(IdempotencyKey key, ProblemException refused) {
        var unused = once.run(key, () -> {
            throw refused;
        });
    }

    /** The last transaction: the answer for the key, from the refund as it is. The first answer stays. */
    StoredAnswer finish(IdempotencyKey key, UUID refundId) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Claim claim = keys.claim(key, refundId);
            if (claim.state() == Claim.State.FINISHED) {
                return Objects.requireNonNull(claim.answer());
            }
            StoredAnswer answer = StoredAnswer.first(201, body(refundId));
            keys.finish(key, answer);
            return answer;
        });
    }

    private String body(UUID refundId) {
        var refund = refunds.find(refundId).orElseThrow();
        try {
            return json.writeValueAsString(new Data<>(
                    RefundView.of(refund, orders.state(refund.orderId()).currency())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a refund can always be written", e);
        }
    }
}
