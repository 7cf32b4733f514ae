package dev.quayside.payment.death;

import com.stripe.exception.StripeException;
import dev.quayside.kit.runtime.Ids;
import dev.quayside.payment.gateway.Attempt;
import dev.quayside.payment.gateway.CaptureMethod;
import dev.quayside.payment.gateway.OpenIntent;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.gateway.PaymentGateway;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Stripe;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Payments as the transaction has left them that owed a step, in the rows and at Stripe; nothing else is owed for them. */
@ApplicationScoped
class Seeds {
    static final long AMOUNT = 1000;

    private final Rows rows;
    private final PaymentGateway gateway;

    Seeds(DataSource database, PaymentGateway gateway) {
        this.rows = new Rows(database);
        this.gateway = gateway;
    }

    /** One that was never sent to Stripe. */
    Matter unopened(long amount) {
        UUID order = Ids.next();
        payment(order, "PENDING", amount, CaptureMethod.AUTOMATIC, null);
        unsettled(order, order, "OPEN", opening(order, Ids.next(), amount, CaptureMethod.AUTOMATIC));
        return Matter.of(order);
    }

    /** One that was opened at Stripe, whose answer nobody has heard. */
    Matter unheard() {
        Matter made = unopened(AMOUNT);
        UUID operation =
                UUID.fromString(rows.value("select id from payment_operations where order_id = ?", made.owner()));
        sent(operation);
        openAtStripe(opening(made.owner(), operation, AMOUNT, CaptureMethod.AUTOMATIC));
        return made;
    }

    Matter open(CaptureMethod capture) {
        UUID order = Ids.next();
        OpenIntent opening = opening(order, Ids.next(), AMOUNT, capture);
        payment(order, "OPEN", AMOUNT, capture, openAtStripe(opening));
        operation(order, order, "OPEN", opening.operationId(), "{}", "SUCCEEDED");
        return Matter.of(order);
    }

    Matter open() {
        return open(CaptureMethod.AUTOMATIC);
    }

    /** One that was paid at Stripe, which nobody has heard. */
    Matter paid() throws StripeException {
        Matter open = open();
        Stripe.pay(intentOf(open), "pm_card_visa");
        return open;
    }

    Matter authorized() throws StripeException {
        Matter open = open(CaptureMethod.MANUAL);
        Stripe.pay(intentOf(open), "pm_card_visa");
        rows.run(
                "update payments set status = 'AUTHORIZED', authorized = amount, capture_before = now() + interval '7 days'"
                        + " where order_id = ?",
                open.owner());
        book(open, "AUTHORISED", intentOf(open), AMOUNT);
        return open;
    }

    Matter captured() throws StripeException {
        Matter paid = paid();
        rows.run(
                "update payments set status = 'CAPTURED', authorized = amount, captured = amount where order_id = ?",
                paid.owner());
        book(paid, "AUTHORISED", intentOf(paid), AMOUNT);
        book(paid, "CAPTURED", intentOf(paid), AMOUNT);
        return paid;
    }

    /** A cancel that was asked for and not sent yet. */
    Matter cancelling(Matter payment) {
        rows.run("update payments set cancel_requested_at = now() where order_id = ?", payment.owner());
        unsettled(payment.owner(), payment.owner(), "CANCEL", "{\"intentId\":\"" + intentOf(payment) + "\"}");
        return payment;
    }

    /** A capture that was asked for and not sent yet. */
    Matter capturing(Matter payment, long amount) {
        UUID operation = Ids.next();
        rows.run("update payments set capture_asked = ? where order_id = ?", amount, payment.owner());
        String params = "{\"operationId\":\"" + operation + "\",\"intentId\":\"" + intentOf(payment) + "\",\"amount\":"
                + amount + "}";
        operation(payment.owner(), payment.owner(), "CAPTURE", operation, params, "UNSETTLED");
        return payment;
    }

    /** A refund that is reserved and not sent yet. */
    Matter refunding(Matter payment, long amount) {
        UUID refund = Ids.next();
        UUID operation = Ids.next();
        rows.run(
                "insert into refunds (id, order_id, amount, status, origin, created_at)"
                        + " values (?, ?, ?, 'PENDING', 'REQUESTED', now())",
                refund,
                payment.owner(),
                amount);
        rows.run("update payments set refund_status = 'PENDING' where order_id = ?", payment.owner());
        book(payment, "REFUND_REQUESTED", refund.toString(), amount);
        String params = "{\"orderId\":\"" + payment.owner() + "\",\"refundId\":\"" + refund + "\",\"operationId\":\""
                + operation + "\",\"intentId\":\"" + intentOf(payment) + "\",\"amount\":" + amount + "}";
        operation(payment.owner(), refund, "REFUND", operation, params, "UNSETTLED");
        return new Matter(payment.owner(), refund);
    }

    /** A payment that has another PaymentIntent, of an operation that was given up. */
    Matter orphaned() {
        Matter open = open();
        UUID operation = Ids.next();
        OpenIntent opening = opening(open.owner(), operation, AMOUNT, CaptureMethod.AUTOMATIC);
        operation(open.owner(), open.owner(), "OPEN", operation, "{}", "SUPERSEDED");
        return new Matter(open.owner(), subjectOf(openAtStripe(opening)));
    }

    /** An orphan whose cancel was not sent yet. */
    Matter cancellingOrphan() {
        Matter orphaned = orphaned();
        String orphan = Stripe.intentsOf(orphaned.owner()).stream()
                .map(intent -> intent.getId())
                .filter(id -> subjectOf(id).equals(orphaned.subject()))
                .findFirst()
                .orElseThrow();
        unsettled(orphaned.owner(), orphaned.subject(), "CANCEL_ORPHAN", "{\"intentId\":\"" + orphan + "\"}");
        return orphaned;
    }

    /** A dispute that is open here, and lost at Stripe. */
    Matter disputed() throws StripeException {
        Matter captured = captured();
        UUID row = Ids.next();
        String dispute = Stripe.dispute(intentOf(captured), false);
        rows.run(
                "insert into disputes (id, stripe_dispute_id, order_id, pi_id, amount, currency, reason, status,"
                        + " funds_withdrawn, funds_currency, opened_at)"
                        + " values (?, ?, ?, ?, ?, 'EUR', 'fraudulent', 'NEEDS_RESPONSE', 0, 'EUR', now())",
                row,
                dispute,
                captured.owner(),
                intentOf(captured),
                AMOUNT);
        rows.run("update payments set dispute_status = 'OPEN' where order_id = ?", captured.owner());
        Stripe.end(dispute, "lose");
        return new Matter(captured.owner(), row);
    }

    /** A change that was not published. */
    Matter unpublished() {
        Matter open = open();
        rows.run("update payments set published_version = version - 1 where order_id = ?", open.owner());
        return open;
    }

    /** An event in the inbox. */
    Matter told(Matter about, String type, String object, @Nullable String intent) {
        UUID event = Ids.next();
        rows.run(
                "insert into stripe_events (event_id, id, type, object_id, pi_id, received_at)"
                        + " values (?, ?, ?, ?, ?, now())",
                "evt_" + event,
                event,
                type,
                object,
                intent);
        return new Matter(about.owner(), event);
    }

    String intentOf(Matter payment) {
        return rows.value("select pi_id from payments where order_id = ?", payment.owner());
    }

    private void payment(UUID order, String status, long amount, CaptureMethod capture, @Nullable String intent) {
        rows.run(
                "insert into payments (order_id, status, currency, amount, capture, version, published_version, pi_id,"
                        + " created_at, changed_at) values (?, ?, 'EUR', ?, ?, 2, 2, ?, now(), now())",
                order,
                status,
                amount,
                capture.name(),
                intent);
    }

    private void book(Matter payment, String kind, String object, long amount) {
        rows.run(
                "insert into payment_transactions (order_id, kind, object_id, amount, currency, recorded_at)"
                        + " values (?, ?, ?, ?, 'EUR', now())",
                payment.owner(),
                kind,
                object,
                amount);
    }

    private void unsettled(UUID order, UUID subject, String kind, OpenIntent opening) {
        String params = "{\"orderId\":\"" + order + "\",\"operationId\":\"" + opening.operationId() + "\",\"amount\":"
                + opening.amount() + ",\"currency\":\"EUR\",\"description\":null}";
        operation(order, subject, kind, opening.operationId(), params, "UNSETTLED");
    }

    private void unsettled(UUID order, UUID subject, String kind, String params) {
        operation(order, subject, kind, Ids.next(), params, "UNSETTLED");
    }

    void operation(@Nullable UUID order, UUID subject, String kind, UUID id, String params, String state) {
        rows.run(
                "insert into payment_operations (id, order_id, subject, kind, idempotency_key, params, state,"
                        + " created_at, settled_at) values (?, ?, ?, ?, ?, ?, ?, now(),"
                        + (state.equals("UNSETTLED") ? "null)" : "now())"),
                id,
                order,
                subject,
                kind,
                key(kind, id),
                params,
                state);
    }

    private void sent(UUID operation) {
        rows.run(
                "update payment_operations set attempts = 1, first_sent_at = now(), last_sent_at = now() where id = ?",
                operation);
    }

    private String openAtStripe(OpenIntent opening) {
        return gateway.open(opening, attempt("OPEN", opening.operationId()))
                .value()
                .id();
    }

    static Attempt attempt(String kind, UUID operation) {
        return new Attempt(key(kind, operation), true, Patience.WORKER);
    }

    private static OpenIntent opening(UUID order, UUID operation, long amount, CaptureMethod capture) {
        return new OpenIntent(order, operation, amount, "EUR", null, null, capture);
    }

    private static UUID subjectOf(String orphan) {
        return UUID.nameUUIDFromBytes(orphan.getBytes(StandardCharsets.UTF_8));
    }

    private static String key(String kind, UUID operation) {
        return "development:" + kind.toLowerCase(Locale.ROOT) + ":" + operation;
    }
}
