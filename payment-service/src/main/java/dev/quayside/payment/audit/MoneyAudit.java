package dev.quayside.payment.audit;

import dev.quayside.payment.gateway.DisputeReading;
import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.gateway.IntentStatus;
import dev.quayside.payment.gateway.RefundReading;
import dev.quayside.payment.operation.OperationKind;
import dev.quayside.payment.operation.OperationView;
import dev.quayside.payment.payment.LedgerTotals;
import dev.quayside.payment.payment.PaymentState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares Stripe's books with ours: I3, I4 and I7. */
final class MoneyAudit {
    // Stripe's times are whole seconds of another clock.
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final StripeBooks books;

    MoneyAudit(StripeBooks books) {
        this.books = books;
    }

    /** I3: refunded ≤ captured ≤ authorised ≤ total, same currency, at most one PaymentIntent with money; paid means as was asked. */
    InvariantView amounts() {
        Findings found = new Findings("I3");
        books.byOrder().forEach((order, intents) -> amounts(order, intents, found));
        for (PaymentState paid : books.paid()) {
            found.require(
                    paid.captured() == due(paid), paid.orderId(), "captured " + paid.captured() + " of " + due(paid));
        }
        return found.view();
    }

    /** The whole, or the part that was asked for; what somebody has captured at the Dashboard is for the order to judge. */
    private static long due(PaymentState paid) {
        return switch (paid.grant().capture()) {
            case AUTOMATIC -> paid.amount();
            case MANUAL -> Objects.requireNonNullElse(paid.captureAsked(), paid.captured());
        };
    }

    private void amounts(UUID order, List<Intent> intents, Findings found) {
        found.checked(1);
        PaymentState payment = Objects.requireNonNull(books.payments().get(order), "an operation has a payment");
        long withMoney = intents.stream().filter(intent -> held(intent) > 0).count();
        found.require(withMoney <= 1, order, withMoney + " PaymentIntents with money");
        for (Intent intent : intents) {
            long refunded = books.refunded(intent, RefundReading.State.SUCCEEDED)
                    + books.refunded(intent, RefundReading.State.PENDING);
            found.require(
                    refunded <= intent.received()
                            && intent.received() <= intent.authorised()
                            && intent.authorised() <= payment.amount(),
                    order,
                    intent.id() + ": refunded " + refunded + ", captured " + intent.received() + ", authorised "
                            + intent.authorised() + ", total " + payment.amount());
            found.require(
                    intent.currency().equals(payment.currency()), order, intent.id() + " is in " + intent.currency());
        }
    }

    /** I4: what the ledger says is granted, was captured, refunded, failed and disputed is what Stripe says. */
    InvariantView ledger() {
        Findings found = new Findings("I4");
        books.byOrder().forEach((order, intents) -> ledger(order, intents, found));
        Set<String> atStripe = books.intents().stream().map(Intent::id).collect(Collectors.toSet());
        books.paid().stream()
                .filter(paid -> books.complete() && !atStripe.contains(String.valueOf(paid.paymentIntentId())))
                .forEach(paid -> found.offend(paid.orderId(), "Stripe has no " + paid.paymentIntentId()));
        return found.view();
    }

    private void ledger(UUID order, List<Intent> intents, Findings found) {
        found.checked(1);
        LedgerTotals ours = books.ledgers().getOrDefault(order, LedgerTotals.NOTHING);
        long captured = intents.stream()
                .filter(intent -> intent.status() == IntentStatus.SUCCEEDED)
                .mapToLong(Intent::received)
                .sum();
        long refunded = intents.stream()
                .mapToLong(intent -> books.refunded(intent, RefundReading.State.SUCCEEDED))
                .sum();
        long held = intents.stream().mapToLong(MoneyAudit::held).sum();
        found.require(ours.held() == held, order, "authorised or captured " + ours.held() + ", at Stripe " + held);
        found.require(ours.captured() == captured, order, "captured " + ours.captured() + ", at Stripe " + captured);
        found.require(ours.refunded() == refunded, order, "refunded " + ours.refunded() + ", at Stripe " + refunded);
        intents.stream()
                .flatMap(intent -> books.refundsOf(intent).stream())
                .filter(refund -> refund.state() == RefundReading.State.FAILED)
                .forEach(refund -> found.require(
                        ours.failedRefunds().contains(refund.id()), order, refund.id() + " failed at Stripe only"));
        List<DisputeReading> disputes = intents.stream()
                .flatMap(intent -> books.disputesOf(intent).stream())
                .toList();
        DisputeAudit.compare(order, disputes, ours, books.complete(), found);
    }

    private static long held(Intent intent) {
        return switch (intent.status()) {
            case OPEN, CANCELED -> 0;
            case AUTHORIZED -> intent.authorised();
            case SUCCEEDED -> intent.received();
        };
    }

    /** I7: what was made at Stripe had its key and parameters stored before, and one key made one thing. */
    InvariantView keys() {
        Findings found = new Findings("I7");
        Map<String, Long> made = books.intents().stream()
                .collect(Collectors.groupingBy(intent -> String.valueOf(intent.operationId()), Collectors.counting()));
        for (Intent intent : books.intents()) {
            long same = made.getOrDefault(String.valueOf(intent.operationId()), 0L);
            stored(intent.id(), intent.operationId(), intent.created().plus(SKEW), same, found);
            capturedByKey(intent, found);
        }
        books.refunds().values().stream()
                .flatMap(List::stream)
                .filter(refund -> books.operation(refund.operationId()).isPresent())
                .forEach(refund -> stored(
                        refund.id(), refund.operationId(), refund.created().plus(SKEW), sameOperation(refund), found));
        return found.view();
    }

    /** Stripe does not say when it was captured; one that was captured elsewhere names no operation. */
    private void capturedByKey(Intent intent, Findings found) {
        if (intent.captureOperationId() != null && intent.status() == IntentStatus.SUCCEEDED) {
            boolean sent = books.operation(intent.captureOperationId())
                    .filter(operation -> operation.kind() == OperationKind.CAPTURE && operation.firstSentAt() != null)
                    .isPresent();
            found.checked(1);
            found.require(sent, intent.id(), "captured by " + intent.captureOperationId() + ", which was never sent");
        }
    }

    private long sameOperation(RefundReading refund) {
        return books.refunds().getOrDefault(String.valueOf(refund.intentId()), List.of()).stream()
                .filter(other -> Objects.equals(other.operationId(), refund.operationId()))
                .count();
    }

    private void stored(String object, @Nullable String operationId, Instant latest, long same, Findings found) {
        found.checked(1);
        OperationView operation = books.operation(operationId).orElseThrow();
        found.require(same == 1, object, same + " objects of operation " + operationId);
        found.require(operation.createdAt().isBefore(latest), object, "older than its operation " + operationId);
        found.require(operation.firstSentAt() != null, object, "operation " + operationId + " was never sent");
    }
}
