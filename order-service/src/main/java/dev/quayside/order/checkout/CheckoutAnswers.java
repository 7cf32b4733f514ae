package dev.quayside.order.checkout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.order.lookup.OrderTokens;
import dev.quayside.order.order.OrderStatus;
import dev.quayside.order.order.Orders;
import dev.quayside.order.payment.PayerDesk;
import dev.quayside.order.payment.PaymentPart;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Makes a checkout's answer, and makes it again: what is stored of it has no secrets, they are rebuilt each time. */
@ApplicationScoped
class CheckoutAnswers {
    private final CheckoutTransactions transactions;
    private final Orders orders;
    private final PayerDesk desk;
    private final OrderTokens tokens;
    private final ObjectMapper json;

    CheckoutAnswers(
            CheckoutTransactions transactions, Orders orders, PayerDesk desk, OrderTokens tokens, ObjectMapper json) {
        this.transactions = transactions;
        this.orders = orders;
        this.desk = desk;
        this.tokens = tokens;
        this.json = json;
    }

    /** Opens the order's payment and stores the key's answer, or throws the problem that ended the order. */
    CheckoutAnswer answer(IdempotencyKey key, UUID orderId) {
        if (orders.state(orderId).status() == OrderStatus.ABANDONED) {
            throw problem(transactions.finish(key, orderId));
        }
        PaymentPart payment = desk.payment(orderId);
        return complete(orderId, transactions.finish(key, orderId), payment);
    }

    /** Gives a stored answer again. */
    CheckoutAnswer replay(UUID orderId, StoredAnswer stored) {
        if (stored.status() >= 400) {
            throw problem(stored);
        }
        return complete(orderId, stored, desk.payment(orderId));
    }

    private CheckoutAnswer complete(UUID orderId, StoredAnswer stored, PaymentPart payment) {
        if (stored.status() >= 400) {
            throw problem(stored);
        }
        try {
            ObjectNode order = (ObjectNode) json.readTree(stored.body());
            order.put("orderToken", tokens.of(orderId));
            order.set("payment", json.valueToTree(payment));
            return new CheckoutAnswer(orderId, order, stored.replayed());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that was stored can be read", e);
        }
    }

    private ProblemException problem(StoredAnswer stored) {
        ProblemException problem = StoredProblem.read(stored.body(), json);
        return stored.replayed() ? problem.withHeader(StoredAnswer.REPLAYED_HEADER, "true") : problem;
    }
}
