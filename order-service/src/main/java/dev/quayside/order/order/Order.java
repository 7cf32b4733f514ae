package dev.quayside.order.order;

import dev.quayside.kit.money.Currency;
import dev.quayside.kit.money.Money;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    @Column(name = "payment_status")
    @Enumerated(EnumType.STRING)
    PaymentStatus paymentStatus;

    @Column(name = "currency")
    String currency;

    @Column(name = "email")
    String email;

    @Embedded
    Address shippingAddress;

    @Column(name = "shipping_method")
    String shippingMethod;

    @Column(name = "tax_rate")
    BigDecimal taxRate;

    @Column(name = "subtotal")
    long subtotal;

    @Column(name = "discount")
    long discount;

    @Column(name = "shipping")
    long shipping;

    @Column(name = "tax")
    long tax;

    @Column(name = "total")
    long total;

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

    @Column(name = "cancel_requested_at")
    @Nullable
    Instant cancelRequestedAt;

    @Column(name = "cancel_reason")
    @Enumerated(EnumType.STRING)
    @Nullable
    CancelReason cancelReason;

    @Column(name = "cancelled_at")
    @Nullable
    Instant cancelledAt;

    @Column(name = "secret_given_at")
    @Nullable
    Instant secretGivenAt;

    @Column(name = "payment_version")
    @Nullable
    Long paymentVersion;

    @Column(name = "payment_state")
    @Enumerated(EnumType.STRING)
    @Nullable
    PaymentState paymentState;

    @Column(name = "payment_intent_id")
    @Nullable
    String paymentIntentId;

    @Column(name = "captured")
    long captured;

    @Column(name = "refunded")
    long refunded;

    @Column(name = "refund_status")
    @Enumerated(EnumType.STRING)
    RefundStatus refundStatus;

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
        order.paymentStatus = PaymentStatus.UNPAID;
        order.refundStatus = RefundStatus.NONE;
        order.currency = agreed.currency().code();
        order.email = agreed.email();
        order.shippingAddress = agreed.shippingAddress();
        order.shippingMethod = agreed.shippingMethod();
        order.taxRate = agreed.taxRate();
        order.createdAt = now;
        order.updatedAt = now;
        Totals totals = agreed.totals();
        order.subtotal = totals.subtotal().amount();
        order.discount = totals.discount().amount();
        order.shipping = totals.shipping().amount();
        order.tax = totals.tax().amount();
        order.total = totals.total().amount();
        agreed.lines().forEach(line -> order.lines.add(OrderLine.of(line)));
        return order;
    }

    /** The stock is held at the agreed total. */
    void place(List<PricedLine> held, Totals agreed, String newNumber, Instant expiry, Instant now) {
        if (agreed.total().amount() != total) {
            throw new IllegalArgumentException("order " + id + " was agreed to at another total");
        }
        become(OrderStatus.AWAITING_PAYMENT, now);
        number = newNumber;
        expiresAt = expiry;
        lines.clear();
        held.forEach(line -> lines.add(OrderLine.of(line)));
        subtotal = agreed.subtotal().amount();
        tax = agreed.tax().amount();
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
                cancelRequestedAt = now;
                cancelReason = reason;
                yield true;
            }
            case CANCELLING -> {
                if (reason.byPerson() && cancelReason != null && !cancelReason.byPerson()) {
                    cancelReason = reason;
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
        cancelledAt = now;
    }

    /** Takes in what the payment has become; whether it was news. */
    boolean take(PaymentReport report, Instant now) {
        if (paymentVersion != null && report.version() <= paymentVersion) {
            return false;
        }
        paymentVersion = report.version();
        paymentState = report.state();
        paymentIntentId = report.paymentIntentId();
        captured = report.captured();
        refunded = report.refunded();
        refundStatus = report.refundStatus();
        paymentStatus = captured == 0 || report.isIn(Currency.of(currency))
                ? PaymentStatus.of(total, captured, refunded, refundStatus)
                : PaymentStatus.NEEDS_ATTENTION;
        updatedAt = now;
        return true;
    }

    /** Does what the payment's state means for an order in this state, and says what the outside is owed for it. */
    Consequence settle(Instant now) {
        return switch (status) {
            case PLACING, CONFIRMED, COMPLETED -> Consequence.NOTHING;
            case AWAITING_PAYMENT -> {
                if (isPaidInFull()) {
                    yield confirm(now);
                }
                yield paymentState == PaymentState.CANCELED && requestCancel(CancelReason.PAYMENT_CANCELED, now)
                        ? Consequence.CANCEL
                        : Consequence.NOTHING;
            }
            case CANCELLING ->
                isPaidInFull() && cancelReason != null && !cancelReason.byPerson() ? confirm(now) : Consequence.CANCEL;
            case ABANDONED, CANCELLED -> captured > refunded ? Consequence.REFUND : Consequence.NOTHING;
        };
    }

    /** A refund that can never succeed was refused: a person must look. */
    void refundHasFailed(Instant now) {
        paymentStatus = PaymentStatus.NEEDS_ATTENTION;
        refundStatus = RefundStatus.FAILED;
        updatedAt = now;
    }

    /** Whether a client secret may leave the house now; from then on money can come in at any time. */
    boolean giveSecret(Instant now) {
        if (status != OrderStatus.AWAITING_PAYMENT) {
            return false;
        }
        if (secretGivenAt == null) {
            secretGivenAt = now;
            updatedAt = now;
        }
        return true;
    }

    Money money(long amount) {
        return new Money(amount, Currency.of(currency));
    }

    Totals totals() {
        return new Totals(money(subtotal), money(discount), money(shipping), money(tax), money(total));
    }

    List<PricedLine> pricedLines() {
        Currency in = Currency.of(currency);
        return lines.stream().map(line -> line.priced(in)).toList();
    }

    private boolean isPaidInFull() {
        return captured == total && refunded == 0 && paymentStatus == PaymentStatus.PAID;
    }

    private Consequence confirm(Instant now) {
        become(OrderStatus.CONFIRMED, now);
        cancelRequestedAt = null;
        cancelReason = null;
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
