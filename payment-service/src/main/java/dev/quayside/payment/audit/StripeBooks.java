package dev.quayside.payment.audit;

import dev.quayside.payment.gateway.DisputeReading;
import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.gateway.Metadata;
import dev.quayside.payment.gateway.RefundReading;
import dev.quayside.payment.operation.OperationView;
import dev.quayside.payment.payment.LedgerTotals;
import dev.quayside.payment.payment.PaymentState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stripe's books and ours side by side, at one moment.
 *
 * @param intents the PaymentIntents that were made by this service, as their operations tell
 * @param refunds the refunds of those, by PaymentIntent
 * @param disputes the disputes of those, by PaymentIntent
 * @param complete whether Stripe's lists were read to their end
 * @param paid the payments of the same time that we hold as captured
 */
record StripeBooks(
        List<Intent> intents,
        Map<String, List<RefundReading>> refunds,
        Map<String, List<DisputeReading>> disputes,
        boolean complete,
        List<PaymentState> paid,
        Map<UUID, OperationView> operations,
        Map<UUID, PaymentState> payments,
        Map<UUID, LedgerTotals> ledgers) {

    Map<UUID, List<Intent>> byOrder() {
        return intents.stream().collect(Collectors.groupingBy(intent -> orderOf(intent)));
    }

    UUID orderOf(Intent intent) {
        return operation(intent.operationId()).orElseThrow().orderId();
    }

    Optional<OperationView> operation(@Nullable String id) {
        return Metadata.id(id).map(operations::get);
    }

    List<RefundReading> refundsOf(Intent intent) {
        return refunds.getOrDefault(intent.id(), List.of());
    }

    List<DisputeReading> disputesOf(Intent intent) {
        return disputes.getOrDefault(intent.id(), List.of());
    }

    long refunded(Intent intent, RefundReading.State state) {
        return refundsOf(intent).stream()
                .filter(refund -> refund.state() == state)
                .mapToLong(RefundReading::amount)
                .sum();
    }
}
