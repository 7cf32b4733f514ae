package dev.quayside.order.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** payment-service's payments, kept in memory under one lock; a test is the shopper who pays, and Stripe. */
public final class FakePayments {
    private final TreeMap<String, FakePayment> payments = new TreeMap<>();
    private final Map<String, String> methods = new HashMap<>();
    private String refundOutcome = "succeeded";
    private boolean cancelUnknown;
    private boolean captureUnknown;

    /** How the next refunds end: {@code succeeded}, {@code pending} or {@code failed}. */
    public synchronized void refundsEnd(String outcome) {
        refundOutcome = outcome;
    }

    /** Whether Stripe leaves cancels open: the answer stays a 202. */
    public synchronized void cancelUnknown(boolean unknown) {
        cancelUnknown = unknown;
    }

    /** A customer saves a card; its id is the answer. */
    public synchronized String saveCard(@Nullable UUID customer) {
        String id = "pm_" + UUID.randomUUID().toString().replace("-", "");
        methods.put(id, String.valueOf(customer));
        return id;
    }

    /** The card's owner removes it. */
    public synchronized void removeCard(String id) {
        methods.remove(id);
    }

    /** The saved card that an order's payment was opened with, and whether its card is saved: {@code pm_1 false}. */
    public synchronized String card(String orderId) {
        return known(orderId).card;
    }

    synchronized FakeAnswer method(String customer, String id) {
        return customer.equals(methods.get(id))
                ? FakeAnswer.ok(Map.of("id", id, "type", "card", "default", true))
                : FakeAnswer.problem(404, "payment_method_not_found");
    }

    /** As if the order's payment had never been opened. */
    public synchronized void forget(String orderId) {
        payments.remove(orderId);
    }

    /** The shopper pays, or authorises; true when the payment could still be paid. */
    public synchronized boolean capture(String orderId) {
        return known(orderId).pay();
    }

    /** Whether Stripe leaves captures open: the answer stays a 202. */
    public synchronized void captureUnknown(boolean unknown) {
        captureUnknown = unknown;
    }

    /** Captures that were left open end. */
    public synchronized void captureSettles(String orderId, boolean succeeded) {
        known(orderId).captureSettles(succeeded);
    }

    /** Somebody captures an authorised payment, or a part of it, in Stripe's Dashboard. */
    public synchronized void captureAtStripe(String orderId, long amount) {
        known(orderId).captured(amount);
    }

    /** When the grant of an authorised payment ends. */
    public synchronized void grantEnds(String orderId, Instant end) {
        known(orderId).captureBefore = end;
    }

    /** Another amount is granted than was asked for. */
    public synchronized void grants(String orderId, long amount) {
        known(orderId).authorized = amount;
    }

    /** As if a capture had never been sent. */
    public synchronized void forgetCapture(String orderId) {
        known(orderId).forgetCapture();
    }

    /** How many captures had an effect. */
    public synchronized int captures(String orderId) {
        return known(orderId).captures;
    }

    /** Money that comes in against all rules: for an order that is over. */
    public synchronized void captureLate(String orderId, long amount) {
        FakePayment payment = payments.computeIfAbsent(orderId, unused -> new FakePayment());
        payment.currency = "EUR";
        payment.amount = amount;
        payment.captured = amount;
        payment.status = "captured";
        payment.version++;
    }

    /** Stripe, or somebody in its Dashboard, cancels the PaymentIntent. */
    public synchronized void cancelAtStripe(String orderId) {
        known(orderId).become("canceled");
    }

    /** Pending refunds end. */
    public synchronized void refundSettles(String orderId, boolean succeeded) {
        FakePayment payment = known(orderId);
        payment.version++;
        payment.refunds.replaceAll((id, refund) -> refund.settled(succeeded));
    }

    /** The bank sends a refund's money back. */
    public synchronized void refundReverses(String orderId, String refundId) {
        FakePayment payment = known(orderId);
        payment.version++;
        payment.refunds.computeIfPresent(refundId, (id, refund) -> refund.in("failed"));
    }

    /** Somebody refunds an amount in Stripe's Dashboard. */
    public synchronized void refundElsewhere(String orderId, long amount) {
        FakePayment payment = known(orderId);
        payment.version++;
        payment.elsewhere += amount;
    }

    /** The cardholder's dispute becomes {@code open}, {@code won} or {@code lost}. */
    public synchronized void dispute(String orderId, String status) {
        FakePayment payment = known(orderId);
        payment.version++;
        payment.dispute = status;
    }

    /** What was sent for a refund, in minor units; 0 when nothing was. */
    public synchronized long refundOf(String orderId, String refundId) {
        FakePayment.Refund refund = known(orderId).refunds.get(refundId);
        return refund == null ? 0 : refund.amount();
    }

    /** As if a refund had never been sent. */
    public synchronized void forgetRefund(String orderId, String refundId) {
        known(orderId).refunds.remove(refundId);
    }

    /** How many refunds, by their ids, an order's payment has. */
    public synchronized int refunds(String orderId) {
        return known(orderId).refunds.size();
    }

    public synchronized long netCaptured(String orderId) {
        FakePayment payment = known(orderId);
        return payment.captured - payment.refunded();
    }

    public synchronized String status(String orderId) {
        FakePayment payment = payments.get(orderId);
        return payment == null ? "none" : payment.status;
    }

    /** The event that payment-service would send now. */
    public synchronized Map<String, Object> event(String orderId) {
        Map<String, Object> event = known(orderId).view(orderId);
        event.keySet().removeAll(java.util.List.of("orderId", "clientSecret", "publishableKey", "stripeApiBase"));
        event.put("occurredAt", "2026-01-01T00:00:00Z");
        return event;
    }

    synchronized FakeAnswer serve(String operation, String[] path, @Nullable JsonNode body) {
        String orderId = path[1];
        FakePayment payment = payments.get(orderId);
        return switch (operation) {
            case "open" -> open(orderId, payment, Objects.requireNonNull(body));
            case "read" ->
                payment == null ? FakeAnswer.problem(404, "payment_not_found") : FakeAnswer.ok(payment.view(orderId));
            case "cancel" -> cancel(orderId);
            case "capture" ->
                payment == null
                        ? FakeAnswer.problem(404, "payment_not_found")
                        : payment.capture(
                                orderId,
                                Objects.requireNonNull(body).get("amount").asLong(),
                                captureUnknown);
            case "refund" ->
                refund(
                        orderId,
                        payment,
                        path[3],
                        Objects.requireNonNull(body).get("amount").asLong());
            default -> FakeAnswer.problem(404, "not_found");
        };
    }

    synchronized FakeAnswer audit(@Nullable String query) {
        String after = query == null ? "" : query.replaceAll(".*after=([^&]*).*|.*", "$1");
        return FakeAnswer.ok(payments.tailMap(after, false).entrySet().stream()
                .limit(500)
                .map(entry -> entry.getValue().view(entry.getKey()))
                .toList());
    }

    private FakeAnswer open(String orderId, @Nullable FakePayment known, JsonNode body) {
        JsonNode amount = body.get("amount");
        String method = body.path("paymentMethodId").asText("none");
        String card = method + " " + body.path("savePaymentMethod").asBoolean();
        String capture = body.path("capture").asText("automatic");
        if (known == null) {
            if (!method.equals("none") && !body.path("customerId").asText().equals(methods.get(method))) {
                return FakeAnswer.problem(422, "payment_method_not_found");
            }
            FakePayment payment = new FakePayment();
            payment.card = card;
            payment.capture = capture;
            payment.amount = amount.get("amount").asLong();
            payment.currency = amount.get("currency").asText();
            payments.put(orderId, payment);
            return FakeAnswer.ok(payment.view(orderId));
        }
        if (known.status.equals("canceled")) {
            return FakeAnswer.problem(409, "payment_closed");
        }
        return known.amount == amount.get("amount").asLong() && known.card.equals(card) && known.capture.equals(capture)
                ? FakeAnswer.ok(known.view(orderId))
                : FakeAnswer.problem(409, "payment_mismatch");
    }

    private FakeAnswer cancel(String orderId) {
        FakePayment payment = payments.computeIfAbsent(orderId, unused -> FakePayment.tombstone());
        return payment.cancel(orderId, cancelUnknown);
    }

    private FakeAnswer refund(String orderId, @Nullable FakePayment payment, String refundId, long amount) {
        return payment == null
                ? FakeAnswer.problem(409, "payment_not_captured")
                : payment.refund(orderId, refundId, amount, refundOutcome);
    }

    private FakePayment known(String orderId) {
        return Objects.requireNonNull(payments.get(orderId));
    }
}
