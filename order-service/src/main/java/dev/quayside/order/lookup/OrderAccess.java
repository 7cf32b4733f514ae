package dev.quayside.order.lookup;

import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.security.Caller;
import dev.quayside.order.OrderProblem;
import dev.quayside.order.order.OrderView;
import dev.quayside.order.order.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets a caller at an order, or answers as if there were none. */
@ApplicationScoped
public class OrderAccess {
    private static final String READ_ALL = "orders:read";

    private final Orders orders;
    private final OrderTokens tokens;
    private final Caller caller;

    OrderAccess(Orders orders, OrderTokens tokens, Caller caller) {
        this.orders = orders;
        this.tokens = tokens;
        this.caller = caller;
    }

    /** The order, for its owner or whoever has its token; else a 404. */
    public OrderView own(UUID orderId, @Nullable String orderToken) {
        OrderView order = orders.view(orderId);
        if (isOwn(order, orderToken)) {
            return order;
        }
        throw hidden(orderId);
    }

    /** The order, for its owner, whoever has its token, or staff who may read all; else a 404. */
    OrderView readable(UUID orderId, @Nullable String orderToken) {
        OrderView order = orders.view(orderId);
        if (isOwn(order, orderToken) || caller.has(READ_ALL)) {
            return order;
        }
        throw hidden(orderId);
    }

    private boolean isOwn(OrderView order, @Nullable String orderToken) {
        return tokens.matches(order.id(), orderToken)
                || caller.customerId()
                        .filter(customer -> customer.equals(order.customerId()))
                        .isPresent();
    }

    private static ProblemException hidden(UUID orderId) {
        return new ProblemException(OrderProblem.ORDER_NOT_FOUND, "no order has the id " + orderId);
    }
}
