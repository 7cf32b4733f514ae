package dev.quayside.payment.comparison;

import dev.quayside.payment.payment.LedgerKind;
import dev.quayside.payment.payment.PaymentState;
import dev.quayside.payment.payment.PaymentStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Our payment and its ledger beside Stripe, in both directions. */
final class StripeRules {
    private final Sides sides;
    private final List<Finding> found = new ArrayList<>();

    private StripeRules(Sides sides) {
        this.sides = sides;
    }

    static List<Finding> of(Sides sides) {
        StripeRules rules = new StripeRules(sides);
        LedgerSide ledger = sides.ledger();
        if (sides.whole()) {
            rules.others(ledger);
        }
        String own = ledger == null ? null : ledger.intentId();
        if (ledger == null || own == null) {
            return rules.found;
        }
        if (!sides.whole()) {
            new ObjectRules(sides, ledger).known(rules.found);
            return rules.found;
        }
        IntentSide atStripe = sides.stripe().intent(own).orElse(null);
        if (atStripe == null) {
            rules.add(Code.PAYMENT_MISSING_AT_STRIPE, own, "Stripe has no " + own, null);
        } else {
            rules.own(ledger, atStripe);
        }
        return rules.found;
    }

    private void own(LedgerSide ledger, IntentSide intent) {
        PaymentState payment = ledger.payment();
        if (payment.currency() == null
                || !intent.currency().equals(payment.currency())
                || intent.amount() != payment.amount()) {
            add(
                    Code.AMOUNT_DIFFERS,
                    intent.id(),
                    "the payment is of " + payment.amount() + " " + payment.currency() + ", at Stripe of "
                            + intent.amount() + " " + intent.currency(),
                    null);
            return;
        }
        long booked = ledger.sum(LedgerKind.CAPTURED);
        if (intent.isCaptured()) {
            captured(payment, intent, booked);
        } else if (booked > 0 || payment.captured() > 0) {
            add(
                    Code.CAPTURE_NOT_AT_STRIPE,
                    intent.id(),
                    "captured are " + Math.max(booked, payment.captured()) + " here, nothing at Stripe",
                    null);
        } else if (intent.isCanceled() && payment.status() != PaymentStatus.CANCELED) {
            add(
                    Code.CANCELLATION_NOT_IN_LEDGER,
                    intent.id(),
                    "cancelled at Stripe, " + payment.status().wire() + " here",
                    RepairAction.READ_PAYMENT);
        }
        if (found.isEmpty()) {
            granted(ledger, intent);
        }
        if (found.isEmpty()) {
            new ObjectRules(sides, ledger).all(found);
        }
    }

    /** What can still be captured; what was released since is history. */
    private void granted(LedgerSide ledger, IntentSide intent) {
        PaymentState payment = ledger.payment();
        long atStripe = intent.isAuthorized() ? intent.authorised() : 0;
        long here =
                payment.status() == PaymentStatus.AUTHORIZED ? payment.grant().authorized() : 0;
        String both = "authorised are " + here + " here, " + atStripe + " at Stripe";
        if (atStripe > 0 && here == 0) {
            add(Code.AUTHORISATION_NOT_IN_LEDGER, intent.id(), both, RepairAction.READ_PAYMENT);
        } else if (here != atStripe) {
            add(Code.AMOUNT_DIFFERS, intent.id(), both, atStripe > 0 ? RepairAction.READ_PAYMENT : null);
        } else if (intent.isAuthorized() && ledger.sum(LedgerKind.AUTHORISED) != atStripe) {
            String booked = "authorised are " + ledger.sum(LedgerKind.AUTHORISED) + " in the ledger, " + atStripe;
            add(Code.AMOUNT_DIFFERS, intent.id(), booked + " at Stripe", null);
        }
    }

    private void captured(PaymentState payment, IntentSide intent, long booked) {
        String both = "captured are " + booked + " in the ledger, " + payment.captured() + " in the payment, "
                + intent.received() + " at Stripe";
        if (booked == 0 || payment.captured() == 0) {
            add(Code.CAPTURE_NOT_IN_LEDGER, intent.id(), both, RepairAction.READ_PAYMENT);
        } else if (booked != intent.received()) {
            add(Code.AMOUNT_DIFFERS, intent.id(), both, null);
        } else if (payment.captured() != intent.received()) {
            add(Code.AMOUNT_DIFFERS, intent.id(), both, RepairAction.READ_PAYMENT);
        }
    }

    /** PaymentIntents beside the payment's own. One that was cancelled without money is the end of an orphan, as it should be. */
    private void others(@Nullable LedgerSide ledger) {
        String own = ledger == null ? null : ledger.intentId();
        boolean ownHasMoney =
                sides.stripe().intent(own).filter(IntentSide::holdsMoney).isPresent();
        for (IntentSide other : sides.stripe().intents()) {
            if (!other.id().equals(own) && !(other.isCanceled() && other.received() == 0)) {
                other(ledger, other, ownHasMoney);
            }
        }
    }

    private void other(@Nullable LedgerSide ledger, IntentSide other, boolean ownHasMoney) {
        String what = other.id() + " is " + other.status().name().toLowerCase(java.util.Locale.ROOT)
                + " at Stripe with " + other.authorised() + " " + other.currency();
        if (other.holdsMoney() && ownHasMoney) {
            add(Code.TWO_PAYMENTS_WITH_MONEY, other.id(), what + ", and so has the order's own payment", null);
            return;
        }
        // What another shop on the same account has made must not be cancelled: one of our operations, or a payment,
        // vouches.
        boolean free = !other.holdsMoney() && ledger != null && ledger.payment().currency() != null;
        boolean adoptable = ledger != null && ledger.intentId() == null && other.ours();
        add(
                Code.STRIPE_PAYMENT_UNKNOWN,
                other.id(),
                what + ", and is not the payment of the order",
                free || adoptable ? RepairAction.SETTLE_INTENT : null);
    }

    private void add(Code code, String subject, String summary, @Nullable RepairAction repair) {
        found.add(new Finding(code, sides.orderId(), subject, summary, repair));
    }
}
