package dev.quayside.payment.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment as the processor has it (a PaymentIntent), read at one moment.
 *
 * @param id the processor's id
 * @param status what can still happen
 * @param amount what is to be paid, in minor units
 * @param authorised what the issuer has granted so far, captured or not
 * @param received what was captured
 * @param currency ISO 4217, in capitals
 * @param clientSecret what lets a browser pay it; never stored, never logged
 * @param orderId our order, from its metadata
 * @param operationId our operation, from its metadata
 * @param created when it was made, to the second
 * @param lastError why the last try to pay it failed, if it did
 * @param settled how the charge reached the merchant's balance; null until it has, and where nobody asked for it
 */
public record Intent(
        String id,
        IntentStatus status,
        long amount,
        long authorised,
        long received,
        String currency,
        @Nullable String clientSecret,
        @Nullable String orderId,
        @Nullable String operationId,
        Instant created,
        @Nullable PaymentError lastError,
        @Nullable BalanceMovement settled) {

    /** Without the client secret: this ends up in logs. */
    @Override
    public String toString() {
        return "Intent[" + id + " " + status + " " + amount + " " + currency + "]";
    }
}
