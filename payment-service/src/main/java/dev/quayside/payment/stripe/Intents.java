package dev.quayside.payment.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeError;
import dev.quayside.payment.gateway.BalanceMovement;
import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.gateway.IntentStatus;
import dev.quayside.payment.gateway.PaymentError;
import dev.quayside.payment.gateway.RefundReading;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stripe's objects in this service's words. An object without what it must have throws: its call's outcome is unknown. */
final class Intents {
    static final String ORDER_ID = "orderId";
    static final String OPERATION_ID = "operationId";
    static final String CAPTURE_OPERATION_ID = "captureOperationId";
    static final String REFUND_ID = "refundId";
    private static final Set<String> NOT_FOR_SHOPPERS =
            Set.of("lost_card", "stolen_card", "pickup_card", "fraudulent", "merchant_blacklist");

    private Intents() {}

    static Intent of(PaymentIntent intent) {
        return new Intent(
                Objects.requireNonNull(intent.getId(), "id"),
                status(Objects.requireNonNull(intent.getStatus(), "status")),
                Objects.requireNonNull(intent.getAmount(), "amount"),
                Grants.amount(intent),
                Grants.captureBefore(intent),
                orZero(intent.getAmountReceived()),
                currency(intent.getCurrency()),
                intent.getClientSecret(),
                metadata(intent.getMetadata(), ORDER_ID),
                metadata(intent.getMetadata(), OPERATION_ID),
                metadata(intent.getMetadata(), CAPTURE_OPERATION_ID),
                created(intent.getCreated()),
                error(intent.getLastPaymentError()),
                settled(intent.getLatestChargeObject()));
    }

    /** There when it was asked for, once the charge has reached the balance. */
    private static @Nullable BalanceMovement settled(@Nullable Charge charge) {
        BalanceTransaction entry = charge == null ? null : charge.getBalanceTransactionObject();
        return entry == null ? null : of(entry);
    }

    static BalanceMovement of(BalanceTransaction entry) {
        return new BalanceMovement(
                Objects.requireNonNull(entry.getId(), "id"),
                Objects.requireNonNull(entry.getAmount(), "amount"),
                orZero(entry.getFee()),
                currency(entry.getCurrency()));
    }

    static RefundReading of(Refund refund) {
        return new RefundReading(
                Objects.requireNonNull(refund.getId(), "id"),
                refund.getPaymentIntent(),
                state(Objects.requireNonNull(refund.getStatus(), "status")),
                Objects.requireNonNull(refund.getAmount(), "amount"),
                currency(refund.getCurrency()),
                metadata(refund.getMetadata(), OPERATION_ID),
                refund.getFailureReason(),
                created(refund.getCreated()));
    }

    /** A status of a later API version counts as open: nothing is concluded from it. */
    private static IntentStatus status(String stripe) {
        return switch (stripe) {
            case "succeeded" -> IntentStatus.SUCCEEDED;
            case "canceled" -> IntentStatus.CANCELED;
            case "requires_capture" -> IntentStatus.AUTHORIZED;
            default -> IntentStatus.OPEN;
        };
    }

    private static RefundReading.State state(String stripe) {
        return switch (stripe) {
            case "succeeded" -> RefundReading.State.SUCCEEDED;
            case "failed", "canceled" -> RefundReading.State.FAILED;
            default -> RefundReading.State.PENDING;
        };
    }

    private static @Nullable PaymentError error(@Nullable StripeError error) {
        if (error == null) {
            return null;
        }
        String code = error.getCode() == null ? "payment_failed" : error.getCode();
        String message = error.getMessage() == null ? "The payment failed." : error.getMessage();
        // Stripe asks not to tell a shopper that a card is known as lost or stolen.
        String reason = error.getDeclineCode() != null && NOT_FOR_SHOPPERS.contains(error.getDeclineCode())
                ? "generic_decline"
                : error.getDeclineCode();
        return new PaymentError(code, reason, message);
    }

    private static long orZero(@Nullable Long amount) {
        return amount == null ? 0 : amount;
    }

    static String currency(String stripe) {
        return Objects.requireNonNull(stripe, "currency").toUpperCase(Locale.ROOT);
    }

    static Instant created(Long seconds) {
        return Instant.ofEpochSecond(Objects.requireNonNull(seconds, "created"));
    }

    private static @Nullable String metadata(@Nullable Map<String, String> metadata, String name) {
        return metadata == null ? null : metadata.get(name);
    }
}
