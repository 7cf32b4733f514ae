package dev.quayside.payment.death;

import com.stripe.exception.StripeException;
import dev.quayside.payment.testing.Stripe;
import java.util.UUID;

/**
 * What owes a step, as the transaction has left it that scheduled the step.
 *
 * <p>Three steps are in no scene. {@code start-reconciliation} is one transaction and calls nobody: a death is before it or after it, and
 * the index that allows one running run refuses a second. {@code forget-old-keys}, of the kit, is one statement that forgets old rows;
 * {@code ship-audit-entry} dies in the kit's own tests.
 */
enum Scene {
    OPENING_IS_SENT("open-payment") {
        @Override
        Matter make(Stage stage) {
            return stage.seeds().unopened(Seeds.AMOUNT);
        }
    },
    OPENING_IS_REFUSED("open-payment") {
        @Override
        Matter make(Stage stage) {
            return stage.seeds().unopened(1);
        }
    },
    ORPHAN_IS_FOUND("find-orphans") {
        @Override
        Matter make(Stage stage) {
            return Matter.of(stage.seeds().orphaned().owner());
        }
    },
    ORPHAN_IS_CANCELLED("cancel-orphan") {
        @Override
        Matter make(Stage stage) {
            return stage.seeds().cancellingOrphan();
        }
    },
    UNPAID_PAYMENT_IS_CANCELLED("cancel-payment") {
        @Override
        Matter make(Stage stage) {
            return stage.seeds().cancelling(stage.seeds().open());
        }
    },
    AUTHORIZED_PAYMENT_IS_CANCELLED("cancel-payment") {
        @Override
        Matter make(Stage stage) throws StripeException {
            return stage.seeds().cancelling(stage.seeds().authorized());
        }
    },
    CANCEL_COMES_TOO_LATE("cancel-payment") {
        @Override
        Matter make(Stage stage) throws StripeException {
            return stage.seeds().cancelling(stage.seeds().paid());
        }
    },
    PART_IS_CAPTURED("capture-payment") {
        @Override
        Matter make(Stage stage) throws StripeException {
            return stage.seeds().capturing(stage.seeds().authorized(), 700);
        }
    },
    CAPTURE_COMES_TOO_LATE("capture-payment") {
        @Override
        Matter make(Stage stage) throws StripeException {
            Matter authorized = stage.seeds().authorized();
            Stripe.cancelElsewhere(stage.seeds().intentOf(authorized));
            return stage.seeds().capturing(authorized, 700);
        }
    },
    REFUND_IS_MADE("follow-refund") {
        @Override
        Matter make(Stage stage) throws StripeException {
            return stage.seeds().refunding(stage.seeds().captured(), 400);
        }
    },
    REFUND_IS_REFUSED("follow-refund") {
        @Override
        Matter make(Stage stage) throws StripeException {
            Matter captured = stage.seeds().captured();
            Stripe.refundElsewhere(stage.seeds().intentOf(captured), 800);
            return stage.seeds().refunding(captured, 400);
        }
    },
    PAYMENT_IS_READ("read-payment") {
        @Override
        Matter make(Stage stage) throws StripeException {
            return stage.seeds().paid();
        }
    },
    PAYMENT_IS_WATCHED("watch-payment") {
        @Override
        Matter make(Stage stage) throws StripeException {
            return stage.seeds().paid();
        }
    },
    DISPUTE_IS_WATCHED("watch-dispute") {
        @Override
        Matter make(Stage stage) throws StripeException {
            return stage.seeds().disputed();
        }
    },
    CHANGE_IS_PUBLISHED("publish-payment") {
        @Override
        Matter make(Stage stage) {
            return stage.seeds().unpublished();
        }
    },
    EVENT_IS_APPLIED("apply-stripe-event") {
        @Override
        Matter make(Stage stage) throws StripeException {
            return toldOfPayment(stage);
        }
    },
    EVENT_DOES_NOT_NAME_ITS_PAYMENT("apply-stripe-event") {
        @Override
        Matter make(Stage stage) throws StripeException {
            Matter paid = stage.seeds().paid();
            String charge = Stripe.intent(stage.seeds().intentOf(paid)).getLatestCharge();
            return stage.seeds().told(paid, "charge.succeeded", charge, null);
        }
    },
    EVENT_COMES_BEFORE_THE_ANSWER("apply-stripe-event") {
        @Override
        Matter make(Stage stage) {
            Matter unheard = stage.seeds().unheard();
            String intent = Stripe.intentsOf(unheard.owner()).get(0).getId();
            return stage.seeds().told(unheard, "payment_intent.created", intent, intent);
        }
    },
    EVENT_IS_ABOUT_A_CARD("apply-stripe-event") {
        @Override
        Matter make(Stage stage) {
            Matter saved = stage.wallets().saved();
            return stage.seeds()
                    .told(saved, "setup_intent.succeeded", stage.wallets().setupOf(saved), null);
        }
    },
    EVENT_IS_REPLAYED("replay-stripe-event") {
        @Override
        Matter make(Stage stage) throws StripeException {
            return toldOfPayment(stage);
        }
    },
    CUSTOMER_IS_MADE("create-customer") {
        @Override
        Matter make(Stage stage) {
            return stage.wallets().unknown();
        }
    },
    SETUP_IS_OPENED("open-setup") {
        @Override
        Matter make(Stage stage) {
            return stage.wallets().wanted();
        }
    },
    SETUP_IS_WATCHED("watch-setup") {
        @Override
        Matter make(Stage stage) {
            return stage.wallets().saved();
        }
    },
    CARDS_ARE_READ("read-cards") {
        @Override
        Matter make(Stage stage) {
            return Matter.of(stage.wallets().saved().owner());
        }
    },
    CARD_IS_DETACHED("detach-card") {
        @Override
        Matter make(Stage stage) {
            return stage.wallets().removed();
        }
    },
    MISSED_EVENTS_ARE_TAKEN("backfill-events") {
        @Override
        Matter make(Stage stage) throws StripeException {
            return unlisted(stage);
        }
    },
    MISSED_OBJECTS_ARE_FOUND("backfill-objects") {
        @Override
        Matter make(Stage stage) throws StripeException {
            Matter unlisted = unlisted(stage);
            Stripe.refundElsewhere(stage.seeds().intentOf(unlisted), 300);
            return unlisted;
        }
    },
    SIDES_ARE_COMPARED("reconcile") {
        @Override
        Matter make(Stage stage) throws StripeException {
            return stage.books().uncompared();
        }
    },
    OLD_RUNS_ARE_FORGOTTEN("forget-reconciliations") {
        @Override
        Matter make(Stage stage) {
            return stage.books().old(ALWAYS);
        }
    },
    MISMATCH_IS_READ_AWAY("repair-mismatch") {
        @Override
        Matter make(Stage stage) throws StripeException {
            return stage.books().unread();
        }
    },
    MISMATCH_IS_PUBLISHED_AWAY("repair-mismatch") {
        @Override
        Matter make(Stage stage) throws StripeException {
            return stage.books().untold();
        }
    },
    MISMATCHED_INTENT_IS_CANCELLED("repair-mismatch") {
        @Override
        Matter make(Stage stage) throws StripeException {
            return stage.books().doubled();
        }
    },
    PAYMENT_WITHOUT_ORDER_IS_CANCELLED("repair-mismatch") {
        @Override
        Matter make(Stage stage) {
            return stage.books().orderless();
        }
    },
    MISMATCHED_STOCK_IS_REPAIRED("repair-mismatch") {
        @Override
        Matter make(Stage stage) throws StripeException {
            return stage.books().unstocked();
        }
    };

    /** The subject of steps of which there is one. */
    static final UUID ALWAYS = new UUID(0, 0);

    private final String step;

    Scene(String step) {
        this.step = step;
    }

    /** The step that dies. */
    String step() {
        return step;
    }

    /** Makes something that owes the step, which is not scheduled yet. */
    abstract Matter make(Stage stage) throws StripeException;

    /** Whether there can be one at a time. */
    boolean isAlone() {
        return switch (this) {
            case MISSED_EVENTS_ARE_TAKEN, MISSED_OBJECTS_ARE_FOUND, SIDES_ARE_COMPARED, OLD_RUNS_ARE_FORGOTTEN -> true;
            default -> false;
        };
    }

    /**
     * Whether the step dies after what it has only read, too. Nothing is different then from the place before, so that this is left out
     * where a step does little else.
     */
    boolean diesOfReading() {
        return !isAlone() && !step.equals("repair-mismatch");
    }

    /** Whether the version in the end is always the same. A state that is published again, as a new version, may be so twice. */
    boolean countsVersions() {
        return this != MISMATCH_IS_PUBLISHED_AWAY;
    }

    private static Matter toldOfPayment(Stage stage) throws StripeException {
        Matter paid = stage.seeds().paid();
        String intent = stage.seeds().intentOf(paid);
        return stage.seeds().told(paid, "payment_intent.succeeded", intent, intent);
    }

    /** A payment whose events nobody has heard, while all that was before it has been gone through. */
    private static Matter unlisted(Stage stage) throws StripeException {
        stage.caughtUp();
        return new Matter(stage.seeds().paid().owner(), ALWAYS);
    }
}
