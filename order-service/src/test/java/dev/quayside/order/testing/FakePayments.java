package dev.quayside.order.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** payment-service's payments, kept in memory under one lock; a test is the shopper who pays, and Stripe. */
public final class FakePayments {
    private static final class Payment {
        @Nullable
        String currency;

        long amount;
        long captured;
        long version = 1;
        String status = "open";
        boolean tombstone;
        String dispute = "none";
        String card = "none false";
        long elsewhere;
        final Map<String, Refund> refunds = new LinkedHashMap<>();

        long refunded() {
            return elsewhere + sum("succeeded");
        }

        long sum(String status) {
            return refunds.values().stream()
                    .filter(refund -> refund.status.equals(status))
                    .mapToLong(refund -> refund.amount)
                    .sum();
        }

        /** As payment-service sums up: a failed refund is made good by a later one that succeeded. */
        String refundStatus() {
            String standing = elsewhere > 0 ? "succeeded" : "none";
            for (Refund refund : refunds.values()) {
                if (refund.status.equals("pending")) {
                    return "pending";
                }
                standing = refund.status;
            }
            return standing.equals("failed") && refunded() == captured ? "succeeded" : standing;
        }
    }

    private static final class Refund {
        final long amount;
        String status;

        Refund(long amount, String status) {
            this.amount = amount;
            this.status = status;
        }
    }

    private final TreeMap<String, Payment> payments = new TreeMap<>();
    private final Map<String, String> methods = new HashMap<>();
    private String refundOutcome = "succeeded";
    private boolean cancelUnknown;

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
        return Objects.requireNonNull(payments.get(orderId)).card;
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

    /** The shopper pays; true when the payment could still be paid. */
    public synchronized boolean capture(String orderId) {
        Payment payment = Objects.requireNonNull(payments.get(orderId));
        if (!payment.status.equals("open")) {
            return false;
        }
        payment.status = "captured";
        payment.captured = payment.amount;
        payment.version++;
        return true;
    }

    /** Money that comes in against all rules: for an order that is over. */
    public synchronized void captureLate(String orderId, long amount) {
        Payment payment = payments.computeIfAbsent(orderId, unused -> new Payment());
        payment.currency = "EUR";
        payment.amount = amount;
        payment.captured = amount;
        payment.status = "captured";
        payment.version++;
    }

    /** Stripe, or somebody in its Dashboard, cancels the PaymentIntent. */
    public synchronized void cancelAtStripe(String orderId) {
        Payment payment = Objects.requireNonNull(payments.get(orderId));
        payment.status = "canceled";
        payment.version++;
    }

    /** Pending refunds end. */
    public synchronized void refundSettles(String orderId, boolean succeeded) {
        Payment payment = Objects.requireNonNull(payments.get(orderId));
        payment.version++;
        payment.refunds.values().stream()
                .filter(refund -> refund.status.equals("pending"))
                .forEach(refund -> refund.status = succeeded ? "succeeded" : "failed");
    }

    /** The bank sends a refund's money back. */
    public synchronized void refundReverses(String orderId, String refundId) {
        Payment payment = Objects.requireNonNull(payments.get(orderId));
        payment.version++;
        Objects.requireNonNull(payment.refunds.get(refundId)).status = "failed";
    }

    /** Somebody refunds an amount in Stripe's Dashboard. */
    public synchronized void refundElsewhere(String orderId, long amount) {
        Payment payment = Objects.requireNonNull(payments.get(orderId));
        payment.version++;
        payment.elsewhere += amount;
    }

    /** The cardholder's dispute becomes {@code open}, {@code won} or {@code lost}. */
    public synchronized void dispute(String orderId, String status) {
        Payment payment = Objects.requireNonNull(payments.get(orderId));
        payment.version++;
        payment.dispute = status;
    }

    /** What was sent for a refund, in minor units; 0 when nothing was. */
    public synchronized long refundOf(String orderId, String refundId) {
        Refund refund = Objects.requireNonNull(payments.get(orderId)).refunds.get(refundId);
        return refund == null ? 0 : refund.amount;
    }

    /** As if a refund had never been sent. */
    public synchronized void forgetRefund(String orderId, String refundId) {
        Objects.requireNonNull(payments.get(orderId)).refunds.remove(refundId);
    }

    /** How many refunds, by their ids, an order's payment has. */
    public synchronized int refunds(String orderId) {
        return Objects.requireNonNull(payments.get(orderId)).refunds.size();
    }

    public synchronized long netCaptured(String orderId) {
        Payment payment = Objects.requireNonNull(payments.get(orderId));
        return payment.captured - payment.refunded();
    }

    public synchronized String status(String orderId) {
        Payment payment = payments.get(orderId);
        return payment == null ? "none" : payment.status;
    }

    /** The event that payment-service would send now. */
    public synchronized Map<String, Object> event(String orderId) {
        Map<String, Object> event = view(orderId, Objects.requireNonNull(payments.get(orderId)));
        event.keySet().removeAll(java.util.List.of("orderId", "clientSecret", "publishableKey", "stripeApiBase"));
        event.put("occurredAt", "2026-01-01T00:00:00Z");
        return event;
    }

    synchronized FakeAnswer serve(String operation, String[] path, @Nullable JsonNode body) {
        String orderId = path[1];
        Payment payment = payments.get(orderId);
        return switch (operation) {
            case "open" -> open(orderId, payment, Objects.requireNonNull(body));
            case "read" ->
                payment == null ? FakeAnswer.problem(404, "payment_not_found") : FakeAnswer.ok(view(orderId, payment));
            case "cancel" -> cancel(orderId, payment);
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
                .map(entry -> view(entry.getKey(), entry.getValue()))
                .toList());
    }

    private FakeAnswer open(String orderId, @Nullable Payment known, JsonNode body) {
        JsonNode amount = body.get("amount");
        String method = body.path("paymentMethodId").asText("none");
        String card = method + " " + body.path("savePaymentMethod").asBoolean();
        if (known == null) {
            if (!method.equals("none") && !body.path("customerId").asText().equals(methods.get(method))) {
                return FakeAnswer.problem(422, "payment_method_not_found");
            }
            Payment payment = new Payment();
            payment.card = card;
            payment.amount = amount.get("amount").asLong();
            payment.currency = amount.get("currency").asText();
            payments.put(orderId, payment);
            return FakeAnswer.ok(view(orderId, payment));
        }
        if (known.status.equals("canceled")) {
            return FakeAnswer.problem(409, "payment_closed");
        }
        return known.amount == amount.get("amount").asLong() && known.card.equals(card)
                ? FakeAnswer.ok(view(orderId, known))
                : FakeAnswer.problem(409, "payment_mismatch");
    }

    private FakeAnswer cancel(String orderId, @Nullable Payment known) {
        Payment payment = known;
        if (payment == null) {
            payment = new Payment();
            payment.tombstone = true;
            payments.put(orderId, payment);
        }
        if (payment.status.equals("open")) {
            if (cancelUnknown) {
                return new FakeAnswer(202, Map.of("data", view(orderId, payment)));
            }
            payment.status = "canceled";
            payment.version++;
        }
        return FakeAnswer.ok(view(orderId, payment));
    }

    private FakeAnswer refund(String orderId, @Nullable Payment payment, String refundId, long amount) {
        if (payment == null || payment.captured == 0) {
            return FakeAnswer.problem(409, "payment_not_captured");
        }
        Refund known = payment.refunds.get(refundId);
        if (known == null) {
            if (payment.dispute.equals("open") || payment.dispute.equals("lost")) {
                return FakeAnswer.problem(409, "payment_disputed");
            }
            if (payment.refunded() + payment.sum("pending") + amount > payment.captured) {
                return FakeAnswer.problem(409, "refund_exceeds_captured");
            }
            known = new Refund(amount, refundOutcome);
            payment.refunds.put(refundId, known);
            payment.version++;
        } else if (known.amount != amount) {
            return FakeAnswer.problem(409, "refund_mismatch");
        }
        Map<String, Object> view =
                new HashMap<>(Map.of("id", refundId, "orderId", orderId, "amount", amount, "status", known.status));
        view.put("failureReason", known.status.equals("failed") ? "expired_or_canceled_card" : null);
        return FakeAnswer.ok(view);
    }

    private static Map<String, Object> view(String orderId, Payment payment) {
        Map<String, Object> view = new HashMap<>();
        view.put("orderId", orderId);
        view.put("version", payment.version);
        view.put("status", payment.status);
        view.put("currency", payment.currency);
        view.put("amount", payment.amount);
        view.put("captured", payment.captured);
        view.put("refunded", payment.refunded());
        view.put("refundStatus", payment.refundStatus());
        view.put("disputeStatus", payment.dispute);
        view.put("paymentIntentId", payment.tombstone ? null : "pi_" + orderId);
        view.put("clientSecret", payment.status.equals("open") ? "pi_" + orderId + "_secret_1" : null);
        view.put("publishableKey", "pk_test_1");
        view.put("stripeApiBase", "https://api.stripe.com");
        view.put("lastError", null);
        return view;
    }
}
