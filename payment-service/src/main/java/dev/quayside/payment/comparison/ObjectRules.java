package dev.quayside.payment.comparison;

import dev.quayside.payment.gateway.DisputeReading;
import dev.quayside.payment.gateway.DisputeState;
import dev.quayside.payment.gateway.RefundReading;
import dev.quayside.payment.payment.LedgerKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The refunds and disputes of a payment, object by object: each stands in the ledger as it stands at Stripe. */
final class ObjectRules {
    private final Sides sides;
    private final LedgerSide ledger;
    private final Map<String, Long> refunded;
    private final Map<String, Long> undone;

    ObjectRules(Sides sides, LedgerSide ledger) {
        this.sides = sides;
        this.ledger = ledger;
        this.refunded = ledger.amounts(LedgerKind.REFUNDED);
        this.undone = new HashMap<>(ledger.amounts(LedgerKind.REFUND_FAILED));
        undone.putAll(ledger.amounts(LedgerKind.REFUND_REVERSED));
    }

    /** Both directions, and the payment's total of refunds. */
    void all(List<Finding> found) {
        int before = found.size();
        known(found);
        missing(found);
        if (found.size() == before) {
            total(found);
        }
    }

    /** What Stripe has shows in the ledger. */
    void known(List<Finding> found) {
        sides.stripe().refundsOf(ledger.intentId()).forEach(refund -> refund(refund, found));
        sides.stripe().disputesOf(ledger.intentId()).forEach(dispute -> dispute(dispute, found));
    }

    private void missing(List<Finding> found) {
        Set<String> refunds = sides.stripe().refundsOf(ledger.intentId()).stream()
                .map(RefundReading::id)
                .collect(Collectors.toSet());
        refunded.keySet().stream()
                .filter(id -> !refunds.contains(id))
                .forEach(id -> found.add(finding(
                        Code.REFUND_NOT_AT_STRIPE,
                        id,
                        refunded.get(id) + " are refunded in the ledger as " + id + ", which Stripe does not have",
                        null)));
        Set<String> disputes = sides.stripe().disputesOf(ledger.intentId()).stream()
                .map(DisputeReading::id)
                .collect(Collectors.toSet());
        ledger.amounts(LedgerKind.DISPUTE_OPENED).keySet().stream()
                .filter(id -> !disputes.contains(id))
                .forEach(id -> found.add(
                        finding(Code.DISPUTE_NOT_AT_STRIPE, id, "the ledger has " + id + ", Stripe does not", null)));
    }

    private void refund(RefundReading refund, List<Finding> found) {
        Long booked = refunded.get(refund.id());
        boolean behind = switch (refund.state()) {
            case PENDING -> false;
            case SUCCEEDED -> booked == null;
            case FAILED -> !undone.containsKey(refund.id());
        };
        if (behind) {
            found.add(finding(
                    Code.REFUND_NOT_IN_LEDGER,
                    refund.id(),
                    refund.amount() + " are refunded at Stripe as " + refund.id() + " ("
                            + refund.state().name().toLowerCase(java.util.Locale.ROOT) + "), the ledger has "
                            + (booked == null ? "nothing of it" : "it as succeeded"),
                    RepairAction.READ_PAYMENT));
        } else if (booked != null && booked != refund.amount()) {
            found.add(finding(
                    Code.AMOUNT_DIFFERS,
                    refund.id(),
                    "refunded are " + booked + " in the ledger, " + refund.amount() + " at Stripe",
                    null));
        }
    }

    private void dispute(DisputeReading dispute, List<Finding> found) {
        Long opened = ledger.amounts(LedgerKind.DISPUTE_OPENED).get(dispute.id());
        boolean ended = !dispute.state().isClosed()
                || ledger.amounts(
                                dispute.state() == DisputeState.LOST ? LedgerKind.DISPUTE_LOST : LedgerKind.DISPUTE_WON)
                        .containsKey(dispute.id());
        if (opened == null || !ended) {
            found.add(finding(
                    Code.DISPUTE_NOT_IN_LEDGER,
                    dispute.id(),
                    dispute.id() + " over " + dispute.amount() + " is "
                            + dispute.state().wire() + " at Stripe, the ledger has "
                            + (opened == null ? "nothing of it" : "not its end"),
                    RepairAction.READ_PAYMENT));
        } else if (opened != dispute.amount()) {
            found.add(finding(
                    Code.AMOUNT_DIFFERS,
                    dispute.id(),
                    "disputed are " + opened + " in the ledger, " + dispute.amount() + " at Stripe",
                    null));
        }
    }

    private void total(List<Finding> found) {
        long atStripe = sides.stripe().refundsOf(ledger.intentId()).stream()
                .filter(refund -> refund.state() == RefundReading.State.SUCCEEDED)
                .mapToLong(RefundReading::amount)
                .sum();
        if (ledger.payment().refunded() != atStripe) {
            found.add(finding(
                    Code.AMOUNT_DIFFERS,
                    Objects.requireNonNull(ledger.intentId()),
                    "refunded are " + ledger.payment().refunded() + " in the payment, " + atStripe + " at Stripe",
                    RepairAction.READ_PAYMENT));
        }
    }

    private Finding finding(Code code, String subject, String summary, @Nullable RepairAction repair) {
        return new Finding(code, sides.orderId(), subject, summary, repair);
    }
}
