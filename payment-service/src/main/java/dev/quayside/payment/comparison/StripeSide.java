package dev.quayside.payment.comparison;

import dev.quayside.payment.gateway.DisputeReading;
import dev.quayside.payment.gateway.RefundReading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Stripe has of an order: every PaymentIntent that was made for it, and the refunds and disputes of those. */
public record StripeSide(List<IntentSide> intents, List<RefundReading> refunds, List<DisputeReading> disputes) {
    /** Nothing at Stripe. */
    public static final StripeSide NOTHING = new StripeSide(List.of(), List.of(), List.of());

    Optional<IntentSide> intent(@Nullable String id) {
        return intents.stream().filter(intent -> intent.id().equals(id)).findFirst();
    }

    List<RefundReading> refundsOf(@Nullable String intentId) {
        return refunds.stream()
                .filter(refund -> intentId != null && intentId.equals(refund.intentId()))
                .toList();
    }

    List<DisputeReading> disputesOf(@Nullable String intentId) {
        return disputes.stream()
                .filter(dispute -> intentId != null && intentId.equals(dispute.intentId()))
                .toList();
    }

    Stream<Instant> times() {
        return Stream.of(
                        intents.stream().map(IntentSide::created),
                        refunds.stream().map(RefundReading::created),
                        disputes.stream().map(DisputeReading::created))
                .flatMap(times -> times);
    }
}
