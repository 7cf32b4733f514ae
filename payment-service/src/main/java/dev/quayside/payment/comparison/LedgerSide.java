package dev.quayside.payment.comparison;

import dev.quayside.payment.payment.LedgerKind;
import dev.quayside.payment.payment.PaymentState;
import dev.quayside.payment.payment.TransactionView;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Our own payment of an order, and its ledger. */
public record LedgerSide(PaymentState payment, List<TransactionView> entries) {
    /** Stripe's id of the payment, when it has one. */
    public @Nullable String intentId() {
        return payment.paymentIntentId();
    }

    long sum(LedgerKind kind) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .mapToLong(TransactionView::amount)
                .sum();
    }

    /** The amounts of a kind, by Stripe's id of the object. */
    Map<String, Long> amounts(LedgerKind kind) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .collect(Collectors.toMap(TransactionView::objectId, TransactionView::amount));
    }
}
