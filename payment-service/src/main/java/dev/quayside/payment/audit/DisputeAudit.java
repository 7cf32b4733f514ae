package dev.quayside.payment.audit;

import dev.quayside.payment.gateway.DisputeReading;
import dev.quayside.payment.gateway.DisputeState;
import dev.quayside.payment.payment.LedgerTotals;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** I4 for disputes: what the ledger says was opened, won and lost is what Stripe says, in both directions. */
final class DisputeAudit {
    private DisputeAudit() {}

    static void compare(
            UUID order, List<DisputeReading> disputes, LedgerTotals ours, boolean complete, Findings found) {
        for (DisputeReading dispute : disputes) {
            same(order, dispute, "opened", ours.disputesOpened(), true, found);
            same(order, dispute, "won", ours.disputesWon(), isWon(dispute.state()), found);
            same(order, dispute, "lost", ours.disputesLost(), dispute.state() == DisputeState.LOST, found);
        }
        Set<String> atStripe = disputes.stream().map(DisputeReading::id).collect(Collectors.toSet());
        ours.disputesOpened().keySet().stream()
                .filter(id -> complete && !atStripe.contains(id))
                .forEach(id -> found.offend(order, "Stripe has no dispute " + id));
    }

    private static boolean isWon(DisputeState state) {
        return state.isClosed() && state != DisputeState.LOST;
    }

    private static void same(
            UUID order,
            DisputeReading dispute,
            String what,
            Map<String, Long> ledger,
            boolean expected,
            Findings found) {
        Long amount = ledger.get(dispute.id());
        boolean holds = expected ? Long.valueOf(dispute.amount()).equals(amount) : amount == null;
        found.require(
                holds,
                order,
                dispute.id() + " is " + dispute.state().wire() + " at Stripe over " + dispute.amount() + ", " + what
                        + " in the ledger: " + (amount == null ? "no" : "over " + amount));
    }
}
