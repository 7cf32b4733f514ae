package dev.quayside.payment.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Dispute;
import dev.quayside.payment.gateway.DisputeReading;
import dev.quayside.payment.gateway.DisputeState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stripe's disputes in this service's words. One without what it must have throws: its call's outcome is unknown. */
final class Disputes {
    private Disputes() {}

    static DisputeReading of(Dispute dispute) {
        return new DisputeReading(
                Objects.requireNonNull(dispute.getId(), "id"),
                dispute.getPaymentIntent(),
                state(Objects.requireNonNull(dispute.getStatus(), "status")),
                Objects.requireNonNull(dispute.getAmount(), "amount"),
                Intents.currency(dispute.getCurrency()),
                Objects.requireNonNullElse(dispute.getReason(), "general"),
                dueBy(dispute.getEvidenceDetails()),
                Intents.created(dispute.getCreated()),
                movements(dispute.getBalanceTransactions()).stream()
                        .map(Intents::of)
                        .toList());
    }

    /** A status of a later API version counts as one that waits for an answer: nothing final is concluded from it. */
    private static DisputeState state(String stripe) {
        return switch (stripe) {
            case "warning_under_review" -> DisputeState.WARNING_UNDER_REVIEW;
            case "warning_closed" -> DisputeState.WARNING_CLOSED;
            case "under_review" -> DisputeState.UNDER_REVIEW;
            case "won" -> DisputeState.WON;
            case "lost" -> DisputeState.LOST;
            case "prevented" -> DisputeState.PREVENTED;
            default ->
                stripe.startsWith("warning_") ? DisputeState.WARNING_NEEDS_RESPONSE : DisputeState.NEEDS_RESPONSE;
        };
    }

    private static @Nullable Instant dueBy(Dispute.@Nullable EvidenceDetails details) {
        Long seconds = details == null ? null : details.getDueBy();
        return seconds == null ? null : Instant.ofEpochSecond(seconds);
    }

    private static List<BalanceTransaction> movements(@Nullable List<BalanceTransaction> stripe) {
        return stripe == null ? List.of() : stripe;
    }
}
