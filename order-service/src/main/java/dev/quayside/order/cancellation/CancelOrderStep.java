package dev.quayside.order.cancellation;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.order.catalog.StockHolds;
import dev.quayside.order.order.OrderCancellation;
import dev.quayside.order.order.OrderPayments;
import dev.quayside.order.order.OrderState;
import dev.quayside.order.order.OrderStatus;
import dev.quayside.order.order.OrderSteps;
import dev.quayside.order.order.Orders;
import dev.quayside.order.order.PaymentState;
import dev.quayside.order.payment.Payments;
import dev.quayside.order.upstream.NoAnswer;
import dev.quayside.order.upstream.Pace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes a cancellation as far as it goes: payment first, then stock, then the order. Every part of it can be done again, so that
 * several runs, for several occasions, do no harm.
 */
@ApplicationScoped
class CancelOrderStep implements DurableStep {
    private final Orders orders;
    private final OrderPayments orderPayments;
    private final OrderCancellation cancellation;
    private final Payments payments;
    private final StockHolds stock;
    private final MoneyBack moneyBack;
    private final Pace pace;

    CancelOrderStep(
            Orders orders,
            OrderPayments orderPayments,
            OrderCancellation cancellation,
            Payments payments,
            StockHolds stock,
            MoneyBack moneyBack,
            Pace pace) {
        this.orders = orders;
        this.orderPayments = orderPayments;
        this.cancellation = cancellation;
        this.payments = payments;
        this.stock = stock;
        this.moneyBack = moneyBack;
        this.pace = pace;
    }

    @Override
    public String name() {
        return OrderSteps.CANCEL;
    }

    @Override
    public Outcome run(UUID orderId) {
        OrderState before = orders.state(orderId);
        if (before.cancelRequestedAt() == null) {
            return Outcome.DONE;
        }
        Optional<PaymentState> payment = cancelPayment(orderId);
        OrderState order = orders.state(orderId);
        boolean settled = payment.filter(CancelOrderStep::isSettled).isPresent();
        if (order.status() != OrderStatus.CANCELLING) {
            return settled ? Outcome.DONE : again(before);
        }
        if (order.captured() > 0) {
            return giveBack(order);
        }
        // With no client secret ever given out nobody can pay: the stock need not wait for an answer about the payment.
        if (payment.filter(state -> state == PaymentState.CANCELED).isPresent() || !order.secretGiven()) {
            freeStock(order);
            cancellation.finish(orderId);
        }
        return settled ? Outcome.DONE : again(before);
    }

    private Optional<PaymentState> cancelPayment(UUID orderId) {
        try {
            var report = payments.cancel(orderId).report();
            orderPayments.apply(orderId, report);
            return Optional.of(report.state());
        } catch (NoAnswer unknown) {
            return Optional.empty();
        }
    }

    /** Refund, and stock back on the shelf after it was taken: the ledger shows both. */
    private Outcome giveBack(OrderState order) {
        stock.commit(order.id());
        stock.giveBack(order.id());
        if (!moneyBack.isSettled(order.id())) {
            return again(order);
        }
        cancellation.finish(order.id());
        return Outcome.DONE;
    }

    /** Of an authorised order it was taken, or soon would be: then too the ledger shows that it went out and came back. */
    private void freeStock(OrderState order) {
        if (order.wasAuthorized()) {
            stock.commit(order.id());
            stock.giveBack(order.id());
        } else {
            stock.release(order.id());
        }
    }

    private static boolean isSettled(PaymentState state) {
        return switch (state) {
            case PENDING, OPEN, AUTHORIZED -> false;
            case CAPTURED, CANCELED -> true;
        };
    }

    private Outcome again(OrderState order) {
        Instant since = order.cancelRequestedAt() == null ? order.createdAt() : order.cancelRequestedAt();
        return Outcome.again(pace.whileSomebodyWaitsSince(since));
    }
}
