package dev.quayside.stripe.refund;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.card.Behaviour;
import dev.quayside.stripe.card.PaymentMethods;
import dev.quayside.stripe.charge.BalanceTransactions;
import dev.quayside.stripe.charge.Charges;
import dev.quayside.stripe.event.Events;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Documents;
import dev.quayside.stripe.store.Json;
import dev.quayside.stripe.store.Schedule;
import dev.quayside.stripe.store.Store;
import dev.quayside.stripe.wire.ApiError;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Gives money back, and takes note when the bank could not. */
public final class Refunds {
    private static final String SUCCEED = "refund_succeeds";
    private static final String FAIL = "refund_fails";

    private final Documents documents;
    private final Charges charges;
    private final BalanceTransactions balance;
    private final Events events;
    private final Schedule schedule;
    private final Duration outcomeDelay;

    /** The final outcome of the asynchronous test cards takes {@code outcomeDelay}. */
    public Refunds(
            Store store,
            Charges charges,
            BalanceTransactions balance,
            Events events,
            Schedule schedule,
            Duration outcomeDelay) {
        this.documents = store.documents("refund", "re", "payment_intent", "charge");
        this.charges = charges;
        this.balance = balance;
        this.events = events;
        this.schedule = schedule;
        this.outcomeDelay = outcomeDelay;
        schedule.register(SUCCEED, id -> settle(id, RefundStatus.SUCCEEDED));
        schedule.register(FAIL, id -> settle(id, RefundStatus.FAILED));
    }

    Documents documents() {
        return documents;
    }

    Document get(String id) {
        return documents.find(id).orElseThrow(() -> ApiError.missing("refund", id));
    }

    /** Refunds part of a charge, or what is left of it if the amount is null. */
    public Document create(Document charge, @Nullable Long amount, @Nullable String reason, ObjectNode metadata) {
        Refundable refundable = Refundable.of(charge);
        long refunded = refundable.check(amount);
        Behaviour card = PaymentMethods.card(charge).behaviour();
        RefundStatus status = card == Behaviour.REFUND_PENDING ? RefundStatus.PENDING : RefundStatus.SUCCEEDED;
        Document refund = documents
                .create()
                .put("amount", refunded)
                .put("charge", charge.id())
                .put("currency", charge.text("currency"))
                .put("destination_details", Json.object().put("type", "card"))
                .put("metadata", metadata)
                .put("payment_intent", charge.text("payment_intent"))
                .put("reason", reason)
                .clear("receipt_number", "source_transfer_reversal", "transfer_reversal")
                .put("status", status.wire());
        documents.save(refund.put(
                "balance_transaction",
                balance.write("refund", -refunded, refund).id()));
        addToCharge(charge, refunded);
        events.record("refund.created", refund);
        scheduleOutcome(refund, card);
        return refund;
    }

    private void addToCharge(Document charge, long amount) {
        ObjectNode before = charge.wire();
        long total = charge.number("amount_refunded") + amount;
        charge.put("amount_refunded", total).put("refunded", total == charge.number("amount_captured"));
        charges.save(charge);
        events.recordChange(amount > 0 ? "charge.refunded" : "charge.updated", before, charge);
    }

    private void scheduleOutcome(Document refund, Behaviour card) {
        if (card == Behaviour.REFUND_PENDING) {
            schedule.in(outcomeDelay, SUCCEED, refund.id());
        } else if (card == Behaviour.REFUND_FAIL) {
            schedule.in(outcomeDelay, FAIL, refund.id());
        }
    }

    /** What becomes of a refund later; one that is over already stays as it is. */
    public Document settle(String id, RefundStatus outcome) {
        Document refund = get(id);
        if (!RefundStatus.of(refund).canBecome(outcome)) {
            return refund;
        }
        ObjectNode before = refund.wire();
        refund.put("status", outcome.wire());
        if (outcome.givesMoneyBackToMerchant()) {
            refund.put("failure_reason", outcome == RefundStatus.FAILED ? "unknown" : "merchant_request");
            refund.put(
                    "failure_balance_transaction",
                    balance.write("refund_failure", refund.number("amount"), refund)
                            .id());
            charges.find(refund.word("charge")).ifPresent(charge -> addToCharge(charge, -refund.number("amount")));
        }
        documents.save(refund);
        events.recordChange("refund.updated", before, refund);
        events.recordChange("charge.refund.updated", before, refund);
        if (outcome == RefundStatus.FAILED) {
            events.record("refund.failed", refund);
        }
        return refund;
    }
}
