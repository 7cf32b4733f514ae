package dev.quayside.payment.stripe;

import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an issuer has granted, as a PaymentIntent and its charge tell. It must come out the same whichever of the PaymentIntent's later
 * states is read, and Stripe's own sums do not: they forget what was released.
 */
final class Grants {
    // Where the card's network says nothing else; Stripe cancels the PaymentIntent then.
    private static final Duration USUAL = Duration.ofDays(7);

    private Grants() {}

    /** Minor units; a grant that ended without a capture shows in the charge alone. */
    static long amount(PaymentIntent intent) {
        long held = Math.addExact(orZero(intent.getAmountReceived()), orZero(intent.getAmountCapturable()));
        if (held > 0) {
            return "manual".equals(intent.getCaptureMethod()) ? intent.getAmount() : held;
        }
        return grant(intent).map(Charge::getAmount).orElse(0L);
    }

    static @Nullable Instant captureBefore(PaymentIntent intent) {
        return grant(intent).map(Grants::end).orElse(null);
    }

    /** The charge of a grant that is not captured, if the charge was asked for. */
    private static Optional<Charge> grant(PaymentIntent intent) {
        return Optional.ofNullable(intent.getLatestChargeObject())
                .filter(charge -> "succeeded".equals(charge.getStatus()) && Boolean.FALSE.equals(charge.getCaptured()));
    }

    private static Instant end(Charge charge) {
        return Optional.ofNullable(charge.getPaymentMethodDetails())
                .map(Charge.PaymentMethodDetails::getCard)
                .map(Charge.PaymentMethodDetails.Card::getCaptureBefore)
                .map(Instant::ofEpochSecond)
                .orElseGet(() -> Intents.created(charge.getCreated()).plus(USUAL));
    }

    private static long orZero(@Nullable Long amount) {
        return amount == null ? 0 : amount;
    }
}
