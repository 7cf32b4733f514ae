package dev.quayside.payment.payment;

import dev.quayside.payment.gateway.CaptureMethod;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a payment's money is taken, and what its issuer has granted.
 *
 * @param capture when it is taken
 * @param authorized minor units that were granted; 0 before, and the same after a capture
 * @param captureBefore when the grant ends; null when there is none that could be captured
 */
public record Grant(
        CaptureMethod capture, long authorized, @Nullable Instant captureBefore) {
    /** Whether nothing can be captured any more, although Stripe may not have said so yet. */
    public boolean hasEnded(Instant now) {
        return captureBefore != null && !captureBefore.isAfter(now);
    }
}
