package dev.quayside.payment.comparison;

import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.gateway.IntentStatus;
import java.time.Instant;

/**
 * A PaymentIntent as Stripe has it, without its secret; amounts in minor units.
 *
 * @param ours whether one of our own operations made it
 */
public record IntentSide(
        String id,
        IntentStatus status,
        long amount,
        long authorised,
        long received,
        String currency,
        boolean ours,
        Instant created) {

    public static IntentSide of(Intent intent, boolean ours) {
        return new IntentSide(
                intent.id(),
                intent.status(),
                intent.amount(),
                intent.authorised(),
                intent.received(),
                intent.currency(),
                ours,
                intent.created());
    }

    /** Granted or captured, and not released. */
    boolean holdsMoney() {
        return authorised > 0 && !isCanceled();
    }

    boolean isAuthorized() {
        return status == IntentStatus.AUTHORIZED;
    }

    boolean isCaptured() {
        return status == IntentStatus.SUCCEEDED;
    }

    boolean isCanceled() {
        return status == IntentStatus.CANCELED;
    }
}
