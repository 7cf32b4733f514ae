package dev.quayside.stripe.dispute;

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

/** Opens and ends disputes, and moves the disputed money out and, if the case is won, back in. */
public final class Disputes {
    private static final String DECIDE = "decide_dispute";
    private static final long ANSWER_WITHIN_SECONDS = Duration.ofDays(9).toSeconds();

    private final Documents documents;
    private final Charges charges;
    private final BalanceTransactions balance;
    private final Events events;
    private final Schedule schedule;
    private final Duration outcomeDelay;

    /** The bank thinks about evidence for {@code outcomeDelay}. */
    public Disputes(
            Store store,
            Charges charges,
            BalanceTransactions balance,
            Events events,
            Schedule schedule,
            Duration outcomeDelay) {
        this.documents = store.documents("dispute", "dp", "charge", "payment_intent");
        this.charges = charges;
        this.balance = balance;
        this.events = events;
        this.schedule = schedule;
        this.outcomeDelay = outcomeDelay;
        schedule.register(Charges.DISPUTE, id -> charges.find(id).ifPresent(this::openAsCardSays));
        schedule.register(DECIDE, id -> decide(get(id)));
    }

    Documents documents() {
        return documents;
    }

    public Document get(String id) {
        return documents.find(id).orElseThrow(() -> ApiError.missing("dispute", id));
    }

    private void openAsCardSays(Document charge) {
        Behaviour card = PaymentMethods.card(charge).behaviour();
        String reason = card == Behaviour.DISPUTE_NOT_RECEIVED ? "product_not_received" : "fraudulent";
        open(charge, reason, card == Behaviour.INQUIRY);
    }

    /** The cardholder's bank takes the captured amount back, or in an inquiry only asks about it. */
    public Document open(Document charge, String reason, boolean inquiry) {
        if (charge.flag("disputed")) {
            throw ApiError.refused(null, null, "Charge " + charge.id() + " is disputed already.");
        }
        DisputeStatus status = inquiry ? DisputeStatus.WARNING_NEEDS_RESPONSE : DisputeStatus.NEEDS_RESPONSE;
        Document dispute = documents.create();
        dispute.put("amount", charge.number("amount_captured") - charge.number("amount_refunded"))
                .put("balance_transactions", Json.array())
                .put("charge", charge.id())
                .put("currency", charge.text("currency"))
                .put("evidence", Json.object())
                .put("evidence_details", details(dispute.created()))
                .put("is_charge_refundable", inquiry)
                .put("metadata", Json.object())
                .put("payment_intent", charge.text("payment_intent"))
                .put("reason", reason)
                .put("status", status.wire());
        documents.save(dispute);
        charges.save(charge.put("disputed", true).put("_disputed_funds", !inquiry));
        events.record("charge.dispute.created", dispute);
        if (!inquiry) {
            move(dispute, -dispute.number("amount"));
            events.record("charge.dispute.funds_withdrawn", dispute);
        }
        return dispute;
    }

    private static ObjectNode details(long opened) {
        return Json.object()
                .put("due_by", opened + ANSWER_WITHIN_SECONDS)
                .put("has_evidence", false)
                .put("past_due", false)
                .put("submission_count", 0);
    }

    private void move(Document dispute, long amount) {
        Document entry = balance.write("adjustment", amount, dispute);
        dispute.json().withArrayProperty("balance_transactions").add(entry.wire());
        documents.save(dispute);
    }

    /** The evidence is in; the decision follows after a while if the text says which. */
    Document submit(Document dispute) {
        dispute.put("status", DisputeStatus.of(dispute).answered().wire());
        ObjectNode details = dispute.json().withObjectProperty("evidence_details");
        details.put("has_evidence", true)
                .put("submission_count", details.path("submission_count").asInt() + 1);
        schedule.in(outcomeDelay, DECIDE, dispute.id());
        return dispute;
    }

    private void decide(Document dispute) {
        String text = dispute.get("evidence").path("uncategorized_text").asText();
        if (DisputeStatus.of(dispute) == DisputeStatus.WARNING_UNDER_REVIEW) {
            end(dispute, DisputeStatus.WARNING_CLOSED);
        } else if (text.equals("winning_evidence")) {
            end(dispute, DisputeStatus.WON);
        } else if (text.equals("losing_evidence")) {
            end(dispute, DisputeStatus.LOST);
        }
    }

    /** The end of the case; one that is over already stays as it is. */
    public Document end(Document dispute, DisputeStatus outcome) {
        if (DisputeStatus.of(dispute).isOver()) {
            return dispute;
        }
        ObjectNode before = dispute.wire();
        boolean refundable = outcome != DisputeStatus.LOST;
        documents.save(dispute.put("status", outcome.wire()).put("is_charge_refundable", refundable));
        charges.find(dispute.word("charge"))
                .ifPresent(charge -> charges.save(charge.put("_disputed_funds", !refundable)));
        if (outcome == DisputeStatus.WON) {
            move(dispute, dispute.number("amount"));
        }
        events.recordChange("charge.dispute.updated", before, dispute);
        events.record("charge.dispute.closed", dispute);
        if (outcome == DisputeStatus.WON) {
            events.record("charge.dispute.funds_reinstated", dispute);
        }
        return dispute;
    }
}
