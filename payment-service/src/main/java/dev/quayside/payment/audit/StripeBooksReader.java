package dev.quayside.payment.audit;

import dev.quayside.kit.problem.ProblemException;
import dev.quayside.payment.PaymentProblem;
import dev.quayside.payment.gateway.DisputeReading;
import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.gateway.Listing;
import dev.quayside.payment.gateway.Metadata;
import dev.quayside.payment.gateway.Outcome;
import dev.quayside.payment.gateway.PaymentGateway;
import dev.quayside.payment.gateway.RefundReading;
import dev.quayside.payment.operation.OperationView;
import dev.quayside.payment.operation.Operations;
import dev.quayside.payment.payment.PaymentRecords;
import dev.quayside.payment.payment.PaymentState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists what Stripe has of the last 30 days, and finds our side of it. Stripe's lists first: ours can only be ahead of them. */
@ApplicationScoped
class StripeBooksReader {
    private static final Duration BACK = Duration.ofDays(30);
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final int MOST_PAYMENTS = 20_000;

    private final PaymentGateway gateway;
    private final Operations operations;
    private final PaymentRecords payments;
    private final Clock clock;

    StripeBooksReader(PaymentGateway gateway, Operations operations, PaymentRecords payments, Clock clock) {
        this.gateway = gateway;
        this.operations = operations;
        this.payments = payments;
        this.clock = clock;
    }

    /** Reads both; a Stripe that does not answer is a 503 {@code stripe_unavailable}. */
    StripeBooks read() {
        Instant now = clock.instant();
        Listing<Intent> intents = answered(gateway.intentsCreated(now.minus(BACK), now.plus(SKEW)));
        Listing<RefundReading> refunds = answered(gateway.refundsCreatedSince(now.minus(BACK)));
        Listing<DisputeReading> disputes = answered(gateway.disputesCreatedSince(now.minus(BACK)));
        Map<UUID, OperationView> known = operations.findAll(operationIds(intents.items(), refunds.items()));
        List<Intent> ours = intents.items().stream()
                .filter(intent -> Metadata.id(intent.operationId())
                        .map(known::containsKey)
                        .orElse(false))
                .toList();
        // Also the other way: what we hold as paid must be there.
        List<PaymentState> paid = payments.capturedMadeSince(now.minus(BACK).plus(SKEW), MOST_PAYMENTS);
        Set<UUID> orders = known.values().stream().map(OperationView::orderId).collect(Collectors.toSet());
        return new StripeBooks(
                ours,
                byIntent(refunds.items(), RefundReading::intentId),
                byIntent(disputes.items(), DisputeReading::intentId),
                intents.complete() && refunds.complete() && disputes.complete(),
                paid,
                known,
                payments.ofOrders(orders),
                payments.ledgers(orders));
    }

    private static <T> Map<String, List<T>> byIntent(List<T> readings, Function<T, @Nullable String> intentOf) {
        return readings.stream()
                .filter(reading -> intentOf.apply(reading) != null)
                .collect(Collectors.groupingBy(reading -> String.valueOf(intentOf.apply(reading))));
    }

    private static Set<UUID> operationIds(List<Intent> intents, List<RefundReading> refunds) {
        return Stream.concat(
                        intents.stream()
                                .flatMap(intent -> Stream.of(intent.operationId(), intent.captureOperationId())),
                        refunds.stream().map(RefundReading::operationId))
                .flatMap(id -> Metadata.id(id).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static <T> T answered(Outcome<T> outcome) {
        if (!outcome.isSuccess()) {
            throw new ProblemException(
                    PaymentProblem.STRIPE_UNAVAILABLE,
                    "Stripe could not be listed: " + outcome.failure().message());
        }
        return outcome.value();
    }
}
