package dev.quayside.payment.reconciliation;

import com.stripe.exception.StripeException;
import com.stripe.param.PaymentIntentCreateParams;
import dev.quayside.kit.runtime.Ids;
import dev.quayside.payment.testing.OtherServices;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Service;
import dev.quayside.payment.testing.Stripe;
import java.util.UUID;

/** Orders in which all four sides agree, for a test to damage. */
final class Scenes {
    static final long TOTAL = 1000;

    private final OtherServices others;
    private final Rows rows;

    Scenes(OtherServices others, Rows rows) {
        this.others = others;
        this.rows = rows;
    }

    /** An order that was paid, confirmed, and has taken its stock: each side is written down as it is in the end. */
    UUID paid() {
        UUID id = Ids.next();
        paid(id, Stripe.paid(id, TOTAL));
        return id;
    }

    /** An order that awaits its payment, and that nobody watches. */
    UUID unpaid() {
        UUID id = Ids.next();
        Service.opened(id, TOTAL);
        unwatched(id);
        others.order(id, TOTAL);
        others.reservation(id, "held");
        return id;
    }

    private void unwatched(UUID id) {
        rows.run("delete from scheduled_tasks where task_name = 'watch-payment' and task_instance = ?", id.toString());
    }

    /** An order that is confirmed because its money is granted, and that nobody watches. */
    UUID authorized() throws StripeException {
        UUID id = Ids.next();
        Service.openManual(id, TOTAL);
        Stripe.pay(intentOf(id), "pm_card_visa");
        Service.knowsAuthorized(id, intentOf(id));
        unwatched(id);
        others.order(id, TOTAL).authorized();
        others.reservation(id, "committed");
        return id;
    }

    /** An order that awaits its payment, although that is granted by now: nobody was told. */
    UUID authorizedUnknown() throws StripeException {
        UUID id = Ids.next();
        Service.openManual(id, TOTAL);
        unwatched(id);
        Stripe.pay(intentOf(id), "pm_card_visa");
        others.order(id, TOTAL);
        others.reservation(id, "held");
        return id;
    }

    /** An order that was cancelled before it was paid. */
    UUID cancelled() {
        UUID id = unpaid();
        Service.cancel(id);
        Service.awaitStatus(id, "canceled");
        others.order(id, TOTAL).becomes("cancelled");
        others.reservation(id, "released");
        return id;
    }

    /** A paid order whose payment is in our rows alone. */
    UUID paidHereOnly() {
        UUID id = Ids.next();
        paid(id, "pi_gone_" + id.toString().replace("-", ""));
        return id;
    }

    /** A payment that was captured, of an order that nobody knows. */
    UUID paidAlone() {
        UUID id = Ids.next();
        hold(id, Stripe.paid(id, TOTAL));
        return id;
    }

    private void paid(UUID id, String intent) {
        hold(id, intent);
        others.order(id, TOTAL).paid("confirmed");
        others.reservation(id, "committed");
    }

    private void hold(UUID id, String intent) {
        rows.run(
                "insert into payments (order_id, status, currency, amount, authorized, captured, version,"
                        + " published_version, pi_id, created_at, changed_at)"
                        + " values (?, 'CAPTURED', 'EUR', 1000, 1000, 1000, 3, 3, ?, now(), now())",
                id,
                intent);
        book(id, "AUTHORISED", intent, TOTAL);
        book(id, "CAPTURED", intent, TOTAL);
    }

    void book(UUID order, String kind, String object, long amount) {
        rows.run(
                "insert into payment_transactions (order_id, kind, object_id, amount, currency, recorded_at)"
                        + " values (?, ?, ?, ?, 'EUR', now())",
                order,
                kind,
                object,
                amount);
    }

    String intentOf(UUID order) {
        return rows.value("select pi_id from payments where order_id = ?", order);
    }

    /** A PaymentIntent that somebody else has made in the name of an order. */
    static String anotherIntent(UUID order) throws StripeException {
        return Stripe.client()
                .v1()
                .paymentIntents()
                .create(PaymentIntentCreateParams.builder()
                        .setAmount(TOTAL)
                        .setCurrency("eur")
                        .addPaymentMethodType("card")
                        .putMetadata("orderId", order.toString())
                        .build())
                .getId();
    }
}
