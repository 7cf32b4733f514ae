package dev.quayside.order.order;

import dev.quayside.kit.problem.ProblemException;
import dev.quayside.order.OrderProblem;
import dev.quayside.order.pricing.PricedLine;
import dev.quayside.order.pricing.Totals;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * The order aggregate. Its verbs are called with the row locked; {@code version} makes each of their UPDATEs a guarded one. A verb in
 * the wrong state throws; what a payment's news means is decided in {@link #settle}, state by state.
 */
@Entity
@Table(name = "orders")
class Order {
    @Id
    UUID id;

    @Version
    @Column(name = "version")
    long version;

    @Column(name = "cart_id")
    UUID cartId;

    @Column(name = "customer_id")
    @Nullable
    UUID customerId;

    @Column(name = "number")
    @Nullable
    String number;

    @Column(name = "status")
    @Enumerated(EnumType.STRING)
    OrderStatus status;

    @Embedded
    PaymentFigures payment = new PaymentFigures();

    @Embedded
    Amounts amounts;

    @Embedded
    Delivery delivery;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "expires_at")
    @Nullable
    Instant expiresAt;

    @Column(name = "abandoned_because")
    @Nullable
    String abandonedBecause;

    @Embedded
    @Nullable
    Cancellation cancellation;

    @ElementCollection
    @CollectionTable(name = "order_lines", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = 100)
    List<OrderLine> lines = new ArrayList<>();

    Order() {}

    /** A new order as it was agreed to; its stock is not held yet. */
    static Order placing(NewOrder agreed, Instant now) {
        Order order = new Order();
        order.id = agreed.id();
        order.cartId = agreed.cartId();
        order.customerId = agreed.customerId();
        order.status = OrderStatus.PLACING;
        order.amounts = new Amounts(agreed.totals(), agreed.taxRate());
        order.delivery = new Delivery(agreed.email(), agreed.shippingAddress(), agreed.shippingMethod());
        order.payment.agree(agreed.card(), agreed.capture());
        order.createdAt = now;
        order.updatedAt = now;
        agreed.lines().forEach(line -> order.lines.add(OrderLine.of(line)));
        return order;
    }

    /** The stock is held at the agreed total. */
    void place(List<PricedLine> held, Totals agreed, String newNumber, Instant expiry, Instant now) {
        if (agreed.total().amount() != amounts.total) {
            throw new IllegalArgumentException("order " + id + " was agreed to at another total");
        }
        become(OrderStatus.AWAITING_PAYMENT, now);
        number = newNumber;
        expiresAt = expiry;
        lines.clear();
        held.forEach(line -> lines.add(OrderLine.of(line)));
        amounts = new Amounts(agreed, amounts.taxRate);
    }

    void abandon(String because, Instant now) {
        become(OrderStatus.ABANDONED, now);
        abandonedBecause = because;
    }

    /** Stores that the order is to be cancelled, and why. A person's reason replaces the clock's. */
    boolean requestCancel(CancelReason reason, Instant now) {
        return switch (status) {
            case PLACING, AWAITING_PAYMENT, CONFIRMED -> {
                become(OrderStatus.CANCELLING, now);
                cancellation = Cancellation.asked(reason, now);
                yield true;
            }
            case CANCELLING -> {
                if (cancellation().yieldsTo(reason)) {
                    cancellation = cancellation().because(reason);
                    updatedAt = now;
                }
                yield false;
            }
            case CANCELLED -> false;
            case COMPLETED, ABANDONED ->
                throw new ProblemException(OrderProblem.ORDER_NOT_CANCELLABLE, "order " + id + " is " + status.code());
        };
    }

    void finishCancel(Instant now) {
        become(OrderStatus.CANCELLED, now);
        cancellation = cancellation().finished(now);
    }

    /** Takes in what the payment has become; whether it was news. */
    boolean take(PaymentReport report, Instant now) {
        boolean news = payment.take(report, amounts.total, amounts.in());
        if (news) {
            updatedAt = now;
        }
        return news;
    }

    /** Does what the payment's state means for an order in this state, and says what the outside is owed for it. */
    Consequence settle(Instant now) {
        return switch (status) {
            case PLACING, COMPLETED -> Consequence.NOTHING;
            case AWAITING_PAYMENT ->
                payment.isSecured(amounts.total) ? confirm(now) : cancelWithPayment(CancelReason.PAYMENT_CANCELED, now);
            case CONFIRMED -> cancelWithPayment(payment.capture.lost(now), now);
            case CANCELLING ->
                payment.isPaidInFull() && !cancellation().reason().byPerson() ? confirm(now) : Consequence.CANCEL;
            case ABANDONED, CANCELLED -> payment.owedWhenOver();
        };
    }

    /** The refund that this order owes can never succeed: a person must look. */
    void refundHasFailed(Instant now) {
        payment.refundHasFailed();
        updatedAt = now;
    }

    /** Whether a client secret may leave the house now; from then on money can come in at any time. */
    boolean giveSecret(Instant now) {
        if (status != OrderStatus.AWAITING_PAYMENT) {
            return false;
        }
        if (payment.giveSecret(now)) {
            updatedAt = now;
        }
        return true;
    }

    List<PricedLine> pricedLines() {
        return lines.stream().map(line -> line.priced(amounts.in())).toList();
    }

    /** The cancellation of an order that is in one. */
    private Cancellation cancellation() {
        return Objects.requireNonNull(cancellation, "an order in cancellation knows why");
    }

    private Consequence cancelWithPayment(CancelReason reason, Instant now) {
        return payment.isCanceled() && requestCancel(reason, now) ? Consequence.CANCEL : Consequence.NOTHING;
    }

    private Consequence confirm(Instant now) {
        become(OrderStatus.CONFIRMED, now);
        cancellation = null;
        return Consequence.CONFIRM;
    }

    private void become(OrderStatus next, Instant now) {
        if (!status.canBecome(next)) {
            throw new ProblemException(
                    OrderProblem.WRONG_ORDER_STATE,
                    "order " + id + " is " + status.code() + " and cannot become " + next.code());
        }
        status = next;
        updatedAt = now;
    }
}
