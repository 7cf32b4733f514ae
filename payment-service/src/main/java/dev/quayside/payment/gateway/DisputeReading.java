package dev.quayside.payment.gateway;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as the processor has it, read at one moment.
 *
 * @param id the processor's id
 * @param intentId the payment that is disputed
 * @param amount what is disputed, in minor units
 * @param currency ISO 4217, in capitals
 * @param reason the cardholder's, such as {@code fraudulent}
 * @param evidenceDueBy until when evidence is taken
 * @param created when it was opened, to the second
 * @param movements what it took from the merchant's balance, and brought back
 */
public record DisputeReading(
        String id,
        @Nullable String intentId,
        DisputeState state,
        long amount,
        String currency,
        String reason,
        @Nullable Instant evidenceDueBy,
        Instant created,
        List<BalanceMovement> movements) {}
