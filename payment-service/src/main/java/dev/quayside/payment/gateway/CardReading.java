package dev.quayside.payment.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A saved card as the processor has it.
 *
 * @param id the processor's id
 * @param brand such as {@code visa}
 * @param last4 the last digits of its number
 * @param expMonth 1 to 12
 * @param fingerprint the same for the same number, however often it was saved; never stored, never logged
 * @param created when it was made, to the second
 */
public record CardReading(
        String id,
        String brand,
        String last4,
        int expMonth,
        int expYear,
        @Nullable String fingerprint,
        Instant created) {

    /** Without the fingerprint: this ends up in logs. */
    @Override
    public String toString() {
        return "CardReading[" + id + " " + brand + "]";
    }
}
