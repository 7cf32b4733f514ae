package dev.quayside.payment.death;

import com.stripe.exception.StripeException;
import com.stripe.param.PaymentIntentCreateParams;
import dev.quayside.kit.runtime.Ids;
import dev.quayside.payment.testing.OtherServices;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Stripe;
import java.util.UUID;

/** Orders on which the sides disagree, with the run that has found it. */
final class Books {
    private final OtherServices others;
    private final Seeds seeds;
    private final Rows rows;

    Books(OtherServices others, Seeds seeds, Rows rows) {
        this.others = others;
        this.seeds = seeds;
        this.rows = rows;
    }

    /** It was paid at Stripe, and neither payment nor order know. */
    Matter unread() throws StripeException {
        Matter paid = seeds.paid();
        order(paid, "held");
        return found(paid, "CAPTURE_NOT_IN_LEDGER", seeds.intentOf(paid), "READ_PAYMENT");
    }

    /** The payment was captured, and the order does not know. */
    Matter untold() throws StripeException {
        Matter captured = seeds.captured();
        order(captured, "held");
        return found(captured, "ORDER_NOT_TOLD", captured.owner().toString(), "PUBLISH_PAYMENT");
    }

    /** There is another PaymentIntent in the order's name. */
    Matter doubled() throws StripeException {
        Matter open = seeds.open();
        order(open, "held");
        String other = Stripe.client()
                .v1()
                .paymentIntents()
                .create(PaymentIntentCreateParams.builder()
                        .setAmount(Seeds.AMOUNT)
                        .setCurrency("eur")
                        .addPaymentMethodType("card")
                        .putMetadata("orderId", open.owner().toString())
                        .build())
                .getId();
        return found(open, "STRIPE_PAYMENT_UNKNOWN", other, "SETTLE_INTENT");
    }

    /** There is no such order. */
    Matter orderless() {
        Matter open = seeds.open();
        return found(open, "PAYMENT_WITHOUT_ORDER", open.owner().toString(), "CANCEL_PAYMENT");
    }

    /** The order is paid, and has not taken its stock. */
    Matter unstocked() throws StripeException {
        Matter captured = paidUnstocked();
        return found(captured, "STOCK_NOT_COMMITTED", captured.owner().toString(), "REPEAT_STOCK_STEP");
    }

    /** The same, found by nobody yet; its subject is a run that has just been started. */
    Matter uncompared() throws StripeException {
        String start = rows.value("select now()");
        // What others have found is not looked at again.
        rows.run("delete from reconciliation_mismatches");
        Matter captured = paidUnstocked();
        UUID run = Ids.next();
        rows.run(
                "insert into reconciliation_runs (id, status, started_by, window_from, window_to, stage, started_at,"
                        + " progressed_at) values (?, 'RUNNING', 'MANUAL', cast(? as timestamptz),"
                        + " now() + interval '1 second', 'ORDERS', now() + interval '1 second', now())",
                run,
                start);
        return new Matter(captured.owner(), run);
    }

    /** A run that is old, and of which something has been left lying about. */
    Matter old(UUID step) {
        UUID run = endedRun("91 days");
        rows.run(
                "insert into reconciliation_rows (run_id, order_id, side, object_id, facts)"
                        + " values (?, ?, 'ORDER', 'none', '{}')",
                run,
                run);
        return new Matter(run, step);
    }

    private Matter paidUnstocked() throws StripeException {
        Matter captured = seeds.captured();
        order(captured, "held");
        others.order(captured.owner(), Seeds.AMOUNT).paid("confirmed");
        return captured;
    }

    private void order(Matter payment, String stock) {
        others.order(payment.owner(), Seeds.AMOUNT);
        others.reservation(payment.owner(), stock);
    }

    private Matter found(Matter payment, String code, String subject, String repair) {
        UUID mismatch = Ids.next();
        rows.run(
                "insert into reconciliation_mismatches (id, run_id, code, order_id, subject, summary, sides, repair,"
                        + " status, found_at, repair_asked_at)"
                        + " values (?, ?, ?, ?, ?, 'seeded', '{}', ?, 'REPAIRING', now(), now())",
                mismatch,
                endedRun("0 days"),
                code,
                payment.owner(),
                subject,
                repair);
        return new Matter(payment.owner(), mismatch);
    }

    private UUID endedRun(String ago) {
        UUID run = Ids.next();
        rows.run(
                "insert into reconciliation_runs (id, status, failure, started_by, window_from, window_to, stage,"
                        + " started_at, progressed_at, finished_at) values (?, 'FAILED', 'seeded', 'MANUAL',"
                        + " now() - interval '1 hour', now(), 'ORDERS', now() - cast(? as interval), now(), now())",
                run,
                ago);
        return run;
    }
}
