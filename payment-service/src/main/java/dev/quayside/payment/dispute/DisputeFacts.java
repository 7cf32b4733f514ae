package dev.quayside.payment.dispute;

import dev.quayside.payment.gateway.BalanceMovement;
import dev.quayside.payment.gateway.DisputeReading;
import dev.quayside.payment.gateway.DisputeState;
import dev.quayside.payment.payment.DisputeStatus;
import dev.quayside.payment.payment.Fact;
import dev.quayside.payment.payment.LedgerKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What disputes come to: for the ledger, and for the payment as a whole. */
final class DisputeFacts {
    private DisputeFacts() {}

    /** All that a reading says for the ledger. One that sees only the end says the beginning too. */
    static List<Fact> of(DisputeReading read) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(LedgerKind.DISPUTE_OPENED, read.id(), read.amount()));
        read.movements().forEach(movement -> facts.addAll(of(movement)));
        switch (standing(read.state())) {
            case WON -> facts.add(new Fact(LedgerKind.DISPUTE_WON, read.id(), read.amount()));
            case LOST -> facts.add(new Fact(LedgerKind.DISPUTE_LOST, read.id(), read.amount()));
            case OPEN, NONE -> {}
        }
        return facts;
    }

    /** How a payment stands whose disputes are in these states: lost outweighs open, and open outweighs won. */
    static DisputeStatus standing(Collection<DisputeState> states) {
        return states.stream()
                .map(DisputeFacts::standing)
                .max(Comparator.naturalOrder())
                .orElse(DisputeStatus.NONE);
    }

    private static DisputeStatus standing(DisputeState state) {
        return switch (state) {
            case WON, WARNING_CLOSED, PREVENTED -> DisputeStatus.WON;
            case LOST -> DisputeStatus.LOST;
            case NEEDS_RESPONSE, UNDER_REVIEW, WARNING_NEEDS_RESPONSE, WARNING_UNDER_REVIEW -> DisputeStatus.OPEN;
        };
    }

    private static List<Fact> of(BalanceMovement movement) {
        List<Fact> facts = new ArrayList<>();
        LedgerKind kind = movement.amount() < 0 ? LedgerKind.FUNDS_WITHDRAWN : LedgerKind.FUNDS_REINSTATED;
        facts.add(new Fact(kind, movement.id(), Math.absExact(movement.amount()), movement.currency()));
        if (movement.fee() > 0) {
            facts.add(new Fact(LedgerKind.FEE, movement.id(), movement.fee(), movement.currency()));
        }
        return facts;
    }
}
