package dev.quayside.order.payment;

import dev.quayside.order.order.CardChoice;
import dev.quayside.order.order.OrderState;
import dev.quayside.order.upstream.Finding;
import dev.quayside.order.upstream.Refusal;
import dev.quayside.order.upstream.Upstream;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The payments of orders at payment-service. Each call can be repeated: a payment is named by its order's id. */
@ApplicationScoped
public class Payments {
    private static final String NAME = "the payment service";

    private final PaymentClient client;
    private final PaymentAuditClient audit;
    private final Upstream upstream;

    Payments(@RestClient PaymentClient client, @RestClient PaymentAuditClient audit, Upstream upstream) {
        this.client = client;
        this.audit = audit;
        this.upstream = upstream;
    }

    /**
     * Opens an order's payment at its total, or gives it as it is when it was opened or cancelled before. A saved card that was
     * removed since the order was placed is left out: the payer takes another.
     */
    public PaymentAnswer open(OrderState order) {
        try {
            return open(order, order.card());
        } catch (Refusal refusal) {
            return switch (refusal.code()) {
                case "payment_closed" -> answer(() -> client.read(order.id()));
                case "payment_method_not_found", "payment_mismatch" ->
                    order.card().paymentMethodId() == null
                            ? refuse(refusal)
                            : open(order, order.card().withoutMethod());
                default -> refuse(refusal);
            };
        }
    }

    private PaymentAnswer open(OrderState order, CardChoice card) {
        return answer(() -> client.open(order.id(), PaymentWire.Open.of(order, card)));
    }

    private static PaymentAnswer refuse(Refusal refusal) {
        throw refusal;
    }

    /** The payment, read back from Stripe when it is open; empty when there is none. */
    public Optional<PaymentAnswer> read(UUID orderId) {
        try {
            return Optional.of(answer(() -> client.read(orderId)));
        } catch (Refusal refusal) {
            if (refusal.code().equals("payment_not_found")) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /** Cancels the payment if it still can be: the answer is canceled, captured, or not known yet. */
    public PaymentAnswer cancel(UUID orderId) {
        return answer(() -> client.cancel(orderId));
    }

    /**
     * Captures minor units of an authorised payment, once for it: the answer is captured, or not known yet. What is refused for good is
     * a {@link Refusal}.
     */
    public PaymentAnswer capture(UUID orderId, long amount) {
        return answer(() -> client.capture(orderId, new PaymentWire.Capture(amount)));
    }

    /** Refunds minor units of a captured payment, once for each refund id. */
    public RefundOutcome refund(UUID orderId, UUID refundId, long amount, String reason) {
        try {
            PaymentWire.Refunded refund = upstream.call(
                    NAME,
                    () -> client.refund(orderId, refundId, new PaymentWire.Refund(amount, reason))
                            .data());
            return switch (refund.status()) {
                case NONE, PENDING -> new RefundOutcome(RefundOutcome.State.PENDING, null);
                case SUCCEEDED -> new RefundOutcome(RefundOutcome.State.SUCCEEDED, null);
                case FAILED -> new RefundOutcome(RefundOutcome.State.FAILED, refund.failureReason());
            };
        } catch (Refusal refusal) {
            return new RefundOutcome(RefundOutcome.State.REFUSED, refusal.code());
        }
    }

    /** Up to {@code limit} payments after an order's id, by that id ascending. */
    public List<AuditedPayment> page(@Nullable UUID after, int limit) {
        return upstream.call(NAME, () -> audit.payments(after, limit).data());
    }

    /** What payment-service's own checks of its invariants find. */
    public List<Finding> invariants() {
        return upstream.call(NAME, () -> audit.invariants().data());
    }

    private PaymentAnswer answer(java.util.function.Supplier<PaymentWire.Answer<PaymentWire.Payment>> call) {
        return new PaymentAnswer(upstream.call(NAME, call).data());
    }
}
