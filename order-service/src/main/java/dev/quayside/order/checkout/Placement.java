package dev.quayside.order.checkout;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.money.Money;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.order.OrderProblem;
import dev.quayside.order.catalog.Hold;
import dev.quayside.order.catalog.LineRequest;
import dev.quayside.order.catalog.StockHolds;
import dev.quayside.order.order.OrderPlacement;
import dev.quayside.order.order.OrderState;
import dev.quayside.order.order.OrderStatus;
import dev.quayside.order.order.Orders;
import dev.quayside.order.payment.SavedCards;
import dev.quayside.order.pricing.PricedLine;
import dev.quayside.order.pricing.Totals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Takes an order from {@code placing} to held stock, or ends it. Can be done by several at once and again and again. */
@ApplicationScoped
class Placement {
    private final Orders orders;
    private final OrderPlacement transactions;
    private final SavedCards cards;
    private final StockHolds stock;
    private final ObjectMapper json;

    Placement(Orders orders, OrderPlacement transactions, SavedCards cards, StockHolds stock, ObjectMapper json) {
        this.orders = orders;
        this.transactions = transactions;
        this.cards = cards;
        this.stock = stock;
        this.json = json;
    }

    /** Does what is left to do. When the catalogue, or payment-service about a
     * saved card, does not answer, nothing is decided and the next attempt goes on. */
    OrderState drive(UUID orderId) {
        OrderState order = orders.state(orderId);
        if (order.status() != OrderStatus.PLACING) {
            return order;
        }
        if (!isPayableAsChosen(order)) {
            return abandon(orderId, unusable(order));
        }
        Hold hold = stock.hold(orderId, order.currency(), requests(order.lines()));
        if (hold instanceof Hold.Held held) {
            return placeOn(order, held.lines());
        }
        return abandon(orderId, refusal(order, hold));
    }

    /** Gives up an order whose stock could not be held in a time that a shopper would wait. */
    OrderState giveUp(UUID orderId) {
        return abandon(
                orderId,
                new ProblemException(
                        OrderProblem.RESERVATION_REFUSED, "the stock could not be held in time; check out again"));
    }

    private OrderState placeOn(OrderState order, List<PricedLine> held) {
        Totals totals = Totals.of(held, order.totals().shipping(), order.taxRate());
        if (totals.total().equals(order.totals().total())) {
            return transactions.place(order.id(), held, totals);
        }
        return abandon(
                order.id(),
                CartChanges.priced(order.lines(), held, order.totals().total(), totals.total()));
    }

    private OrderState abandon(UUID orderId, ProblemException because) {
        return transactions.abandon(orderId, StoredProblem.write(because, json));
    }

    /** Before any stock is held: a saved card that cannot pay would only keep it from others. */
    private boolean isPayableAsChosen(OrderState order) {
        UUID customerId = order.customerId();
        String methodId = order.card().paymentMethodId();
        return methodId == null || (customerId != null && cards.isUsable(customerId, methodId));
    }

    private static ProblemException unusable(OrderState order) {
        return new ProblemException(
                OrderProblem.PAYMENT_METHOD_NOT_FOUND,
                order.card().paymentMethodId() + " is not a saved payment method of yours; choose another");
    }

    private static ProblemException refusal(OrderState order, Hold hold) {
        if (hold instanceof Hold.TooFew few) {
            return new ProblemException(
                            OrderProblem.INSUFFICIENT_STOCK,
                            "there is less in stock than the cart asks for: " + few.available())
                    .with("available", few.available());
        }
        if (hold instanceof Hold.Unsellable gone) {
            return CartChanges.unsellable(
                    order.lines(), gone.faults(), order.totals().total(), withoutThem(order, gone));
        }
        return new ProblemException(OrderProblem.RESERVATION_REFUSED, "the stock could not be held; check out again");
    }

    private static Money withoutThem(OrderState order, Hold.Unsellable gone) {
        List<PricedLine> left = order.lines().stream()
                .filter(line -> !gone.faults().containsKey(line.sku()))
                .toList();
        Totals totals = left.isEmpty()
                ? Totals.zero(order.totals().shipping())
                : Totals.of(left, order.totals().shipping(), order.taxRate());
        return totals.total();
    }

    private static List<LineRequest> requests(List<PricedLine> lines) {
        return lines.stream()
                .map(line -> new LineRequest(line.sku(), line.quantity()))
                .toList();
    }
}
