package dev.quayside.payment.gateway;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment as the processor has it (a PaymentIntent), read at one moment.
 *
 * @param id the processor's id
 * @param status what can still happen
 * @param amount what is to be paid, in minor units
 * @param authorised what the issuer has granted, captured or released since or not; of a cancelled one only where it was asked for
 * @param captureBefore when the grant ends, where it was asked for
 * @param received what was captured
 * @param currency ISO 4217, in capitals
 * @param clientSecret what lets a browser pay it; never stored, never logged
 * @param orderId our order, from its metadata
 * @param operationId our operation that opened it, from its metadata
 * @param captureOperationId our operation that captured it, from its metadata
 * @param created when it was made, to the second
 * @param lastError why the last try to pay it failed, if it did
 * @param settled how the charge reached the merchant's balance; null until it has, and where nobody asked for it
 */
public record Intent(
        String id,
        IntentStatus status,
        long amount,
        long authorised,
        @Nullable Instant captureBefore,
        long received,
        String currency,
        @Nullable String clientSecret,
        @Nullable String orderId,
        @Nullable String operationId,
        @Nullable String captureOperationId,
        Instant created,
        @Nullable PaymentError lastError,
        @Nullable BalanceMovement settled) {

    /** The payment in its final state, as an answer shows it or the refusal of a verb that came too late; empty while that is not known. */
    public static Optional<Intent> endedIn(Outcome<Intent> outcome) {
        Intent shown = outcome.isSuccess() ? outcome.value() : outcome.failure().intent();
        return Optional.ofNullable(shown).filter(intent -> intent.status().isTerminal());
    }

    /** Without the client secret: this ends up in logs. */
    @Override
    public String toString() {
        return "Intent[" + id + " " + status + " " + amount + " " + currency + "]";
    }
}
